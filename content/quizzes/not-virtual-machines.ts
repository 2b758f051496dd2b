import type { QuizQuestion } from '../quiz';

export const questions: readonly QuizQuestion[] = [
  {
    id: 'own-kernel',
    ask: 'The image is `ubuntu:24.04`, the host is Debian. Whose kernel does a program in the container use?',
    answers: {
      ubuntu: {
        text: 'Ubuntu’s, which the image brings along.',
        why: 'The image has Ubuntu’s files: its C library, its shell, its packages. There is no kernel among them, and nothing would start it.',
      },
      host: {
        text: 'The host’s.',
        why: 'Every system call goes to the one kernel that runs. “An Ubuntu container” means Ubuntu’s files on somebody’s kernel.',
      },
      both: {
        text: 'Ubuntu’s, running on top of the host’s.',
        why: 'That would be a virtual machine. A container is a process of the host, with a narrower view.',
      },
    },
    right: 'host',
  },
  {
    id: 'other-processor',
    ask: 'An image was built for `arm64` only. You run it on an ordinary `amd64` server. What happens?',
    answers: {
      runs: {
        text: 'It runs. That images run anywhere is the point of them.',
        why: 'An image holds programs for one kind of processor, and the host’s processor has to carry them out.',
      },
      translated: {
        text: 'Docker translates it while it pulls it.',
        why: 'Nothing is translated when it is pulled. If the name stands for several platforms, Docker picks the one that fits.',
      },
      fails: {
        text: 'It fails with `exec format error`, unless an emulator such as QEMU is set up on the host.',
        why: 'With QEMU registered in the kernel, as in Docker Desktop, it runs, and much more slowly. Better: build the image for both platforms.',
      },
    },
    right: 'fails',
  },
  {
    id: 'root',
    ask: 'A process runs as root in a container, with Docker’s default settings. What is it for the host’s kernel?',
    answers: {
      root: {
        text: 'User 0, the same root, held back by namespaces, fewer capabilities and a filter for system calls.',
        why: 'Files that it writes to a mounted folder belong to the host’s root. If a wall fails, root is what comes through.',
      },
      nobody: {
        text: 'An unprivileged user that Docker made for it.',
        why: 'That is so with `userns-remap` or in rootless mode. Neither is switched on by default.',
      },
      separate: {
        text: 'Nobody: a container has users of its own.',
        why: 'It has its own list of names, in `/etc/passwd`. The kernel goes by numbers, and 0 is 0.',
      },
    },
    right: 'root',
  },
  {
    id: 'mac-and-windows',
    ask: 'You start three Linux containers with Docker Desktop on a Mac. How many Linux kernels run for them?',
    answers: {
      none: {
        text: 'None: they share the Mac’s kernel.',
        why: 'The kernel of macOS knows nothing of Linux’s system calls. A Linux program cannot talk to it.',
      },
      one: {
        text: 'One, in a virtual machine that Docker Desktop runs.',
        why: 'All three share it. So the memory that you give Docker Desktop is what all of them together can have.',
      },
      three: {
        text: 'Three, one in each container.',
        why: 'Then each would be a virtual machine. There is one such machine, and the containers are processes in it.',
      },
    },
    right: 'one',
  },
  {
    id: 'memory-seen',
    ask: 'A container with a limit of 512 MB runs on a host with 64 GB. What does `free -m` show in it?',
    answers: {
      limit: {
        text: '512 MB in total.',
        why: 'A virtual machine would show that. A control group limits what is used, and does not change what `/proc/meminfo` says.',
      },
      host: {
        text: 'The 64 GB of the host.',
        why: '`free` reads `/proc/meminfo`, which is the kernel’s own count. A runtime that sizes itself by it takes far too much, and is killed. The limit stands in `/sys/fs/cgroup/memory.max`.',
      },
      nothing: {
        text: 'Nothing: a container may not see that.',
        why: '`/proc` is mounted, and this file is not hidden. No namespace covers it.',
      },
    },
    right: 'host',
  },
  {
    id: 'no-tools',
    ask: 'A container has neither shell nor tools, and you have to see what it listens on. What do you do?',
    answers: {
      ssh: {
        text: 'Add an SSH server to the image and log in.',
        why: 'That is a way into a machine. Here it is one more program to patch and a door for others, in every container that you start.',
      },
      install: {
        text: 'Build an image with a shell and `curl` in it, to be prepared.',
        why: 'Then everyone who breaks in is prepared as well. The tools need not be in that image.',
      },
      join: {
        text: 'Start a second container with tools, in the network and PID namespaces of the first.',
        why: '`--network container:web --pid container:web`: namespaces can be shared. `docker debug` and the ephemeral containers of Kubernetes do the like.',
      },
    },
    right: 'join',
  },
];
