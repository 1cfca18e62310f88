What cannot be written is a failure: a full disk, a closed output. A reader that went away is no news.
--- file a.conf
setup_id 0x21
--- run
lunward show a.conf >/dev/full
--- stderr
lunward: cannot write to standard output: No space left on device
--- exit 1
--- run
lunward show a.conf >&-
--- stderr
lunward: cannot write to standard output: Bad file descriptor
--- exit 1
--- run
lunward help >/dev/full
--- stderr
lunward: cannot write to standard output: No space left on device
--- exit 1
--- run
mkfifo pipe; exec 3<>pipe 4>pipe 3>&-; lunward help >&4
--- exit 1
--- run
lunward check nothing.conf 2>/dev/full
--- exit 2
