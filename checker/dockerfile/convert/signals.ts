/** Names of Linux signals without SIG, as moby's `signal.ParseSignal` knows them; RTMIN+n and RTMAX-n beside. */
const NAMES = new Set(
  (
    'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS ' +
    'TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'
  ).split(' '),
);

/** Whether `STOPSIGNAL` takes the value. */
export function isSignal(text: string): boolean {
  if (/^[+-]?\d+$/.test(text)) return Number(text) !== 0;
  const name = text.toUpperCase().replace(/^SIG/, '');
  if (NAMES.has(name)) return true;
  const realtime = /^(RTMIN\+|RTMAX-)(\d+)$/.exec(name);
  if (!realtime) return false;
  const offset = Number(realtime[2]);
  return offset >= 1 && offset <= (realtime[1] === 'RTMIN+' ? 15 : 14);
}
