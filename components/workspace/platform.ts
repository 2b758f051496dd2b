/** Whether the reader's keyboard has Cmd and Option rather than Ctrl and Alt. */
export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);
