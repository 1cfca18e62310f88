Warnings alone are accepted, unless --strict is given.
--- file odd.conf
suspend 0
HANDLER vdisk_fileio {
    DEVICE a {
        filename /srv/a.img
        frobnicate 1
    }
}
TARGET_DRIVER iscsi {
    TARGET iqn.2026-11.com.example:store {
        LUN 1 a
        enabled 1
    }
}
--- run
lunward check odd.conf
--- stdout
odd.conf: ok
--- stderr
odd.conf:1:1: note: suspend is never applied as configuration
odd.conf:5:9: warning: "frobnicate" is no attribute of a device that is known here
odd.conf:8:1: warning: nobody can log in to its targets: the driver is off
  hint: write enabled 1 into its own block, too
odd.conf:9:5: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
lunward: 3 warnings
--- run
lunward check --strict odd.conf
--- stderr
odd.conf:1:1: note: suspend is never applied as configuration
odd.conf:5:9: warning: "frobnicate" is no attribute of a device that is known here
odd.conf:8:1: warning: nobody can log in to its targets: the driver is off
  hint: write enabled 1 into its own block, too
odd.conf:9:5: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
lunward: 3 warnings
--- exit 2
--- run
lunward check -o json odd.conf
--- stdout
{
  "lunward": "check",
  "version": 1,
  "ok": true,
  "files": [
    {
      "file": "odd.conf",
      "format": "scst.conf",
      "vocabulary": "scst",
      "ok": true
    }
  ],
  "problems": [
    {
      "severity": "note",
      "code": "NONE",
      "file": "odd.conf",
      "line": 1,
      "column": 1,
      "object": "/",
      "message": "suspend is never applied as configuration",
      "hint": null
    },
    {
      "severity": "warning",
      "code": "UNKNOWN",
      "file": "odd.conf",
      "line": 5,
      "column": 9,
      "object": "handlers/vdisk_fileio/a",
      "message": "\"frobnicate\" is no attribute of a device that is known here",
      "hint": null
    },
    {
      "severity": "warning",
      "code": "CONFLICT",
      "file": "odd.conf",
      "line": 8,
      "column": 1,
      "object": "targets/iscsi",
      "message": "nobody can log in to its targets: the driver is off",
      "hint": "write enabled 1 into its own block, too"
    },
    {
      "severity": "warning",
      "code": "INVALID",
      "file": "odd.conf",
      "line": 9,
      "column": 5,
      "object": "targets/iscsi/iqn.2026-11.com.example:store",
      "message": "there are LUNs but no LUN 0: some initiators will see none of them",
      "hint": "a nullio device with dummy 1 fills the place"
    }
  ],
  "summary": {
    "errors": 0,
    "warnings": 3,
    "notes": 1,
    "unlisted": 0
  }
}
