Each file is checked by itself, and in the order given; one that is wrong does not hide the others.
--- file a.conf
HANDLER vdisk_fileio {
    DEVICE a {
        filename /srv/a.img
    }
}
--- file b.conf
TARGET_DRIVER iscsi {
    TARGET iqn.2026-11.com.example:store {
        LUN 0 a
    }
}
--- run
lunward check a.conf b.conf nothing.conf a.conf
--- stdout
a.conf: ok
a.conf: ok
--- stderr
b.conf:3:9: error: there is no device "a"
nothing.conf: error: cannot be read: No such file or directory
lunward: 2 errors
--- exit 2
--- run
lunward check -o json b.conf a.conf
--- stdout
{
  "lunward": "check",
  "version": 1,
  "ok": false,
  "files": [
    {
      "file": "b.conf",
      "format": "scst.conf",
      "vocabulary": "scst",
      "ok": false
    },
    {
      "file": "a.conf",
      "format": "scst.conf",
      "vocabulary": "scst",
      "ok": true
    }
  ],
  "problems": [
    {
      "severity": "error",
      "code": "MISSING",
      "file": "b.conf",
      "line": 3,
      "column": 9,
      "object": "targets/iscsi/iqn.2026-11.com.example:store/luns/0",
      "message": "there is no device \"a\"",
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
lunward check - <a.conf
--- stdout
<stdin>: ok
--- run
lunward check - <b.conf
--- stderr
<stdin>:3:9: error: there is no device "a"
lunward: 1 error
--- exit 2
