What can be wrong with a file before anything is read.
--- file empty.conf
--- file long.json
{"lunward": "something else"}
--- run
lunward check empty.conf
--- stdout
empty.conf: ok
--- run
mkdir folder; lunward check folder
--- stderr
lunward: error: cannot read folder: Is a directory
lunward: 1 error
--- exit 2
--- run
printf '\001\002\003' >binary; lunward check binary
--- stderr
binary:1:1: error: control byte 0x01
  hint: inside quotes it would be kept
lunward: 1 error
--- exit 2
--- run
printf 'setup_id 0x21\000\n' >nul.conf; lunward check nul.conf
--- stderr
nul.conf:1:14: error: this is no text: here stands a NUL byte
  hint: scst.conf is plain text, in ASCII or UTF-8
lunward: 1 error
--- exit 2
--- run
lunward check long.json
--- stderr
long.json:1:2: error: this is no tree: expected an object with "lunward": "tree"
lunward: 1 error
--- exit 2
--- run
lunward check --as recorded empty.conf
--- stderr
empty.conf: error: no recorded kernel tree: no line has a path below /sys/kernel/scst_tgt
lunward: 1 error
--- exit 2
--- run
lunward check "$(printf 'a\033[31mb\n')"
--- stderr
lunward: error: cannot read a\x1b[31mb: No such file or directory
lunward: 1 error
--- exit 2
