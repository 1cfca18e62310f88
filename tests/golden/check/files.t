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
folder: error: cannot be read: Is a directory
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
a\x1b[31mb: error: cannot be read: No such file or directory
lunward: 1 error
--- exit 2
--- run
lunward check ''
--- stderr
"": error: cannot be read: No such file or directory
lunward: 1 error
--- exit 2
--- run
lunward check -o json '' nothing.conf; lunward show -o json nothing.conf
--- stdout
{
  "lunward": "check",
  "version": 1,
  "ok": false,
  "files": [
    {
      "file": "",
      "format": "unknown",
      "vocabulary": null,
      "ok": false
    },
    {
      "file": "nothing.conf",
      "format": "unknown",
      "vocabulary": null,
      "ok": false
    }
  ],
  "problems": [
    {
      "severity": "error",
      "code": "MISSING",
      "file": "",
      "line": null,
      "column": null,
      "object": null,
      "message": "cannot be read: No such file or directory",
      "hint": null
    },
    {
      "severity": "error",
      "code": "MISSING",
      "file": "nothing.conf",
      "line": null,
      "column": null,
      "object": null,
      "message": "cannot be read: No such file or directory",
      "hint": null
    }
  ],
  "summary": {
    "errors": 2,
    "warnings": 0,
    "notes": 0,
    "unlisted": 0
  }
}
{
  "lunward": "error",
  "version": 1,
  "problems": [
    {
      "severity": "error",
      "code": "MISSING",
      "file": "nothing.conf",
      "line": null,
      "column": null,
      "object": null,
      "message": "cannot be read: No such file or directory",
      "hint": null
    }
  ],
  "summary": {
    "errors": 1,
    "warnings": 0,
    "notes": 0,
    "unlisted": 0
  }
}
--- exit 2
--- run
# Whatever it holds besides: one line says it all.
printf 'HANDLER {\n}}\n\n a = \000\001\n' >program; lunward check program
printf '\377\376s\000e\000t\000' >utf16.conf; lunward check utf16.conf
lunward check --as tree program; lunward check --as recorded program
--- stderr
program:4:6: error: this is no text: here stands a NUL byte
  hint: scst.conf is plain text, in ASCII or UTF-8
lunward: 1 error
utf16.conf:1:4: error: this is no text: here stands a NUL byte
  hint: it seems to be UTF-16: save it as UTF-8
lunward: 1 error
program:1:1: error: expected a value, found 'H'
lunward: 1 error
program: error: no recorded kernel tree: no line has a path below /sys/kernel/scst_tgt
lunward: 1 error
--- exit 2
