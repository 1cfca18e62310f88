With -o json, what is to be said besides the plan stands in it, and nowhere else; as text it stands on standard error.
--- file old.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		LUN 0 a
		LUN 1 a
		enabled 1
	}
	enabled 1
}
--- file new.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		no_such_attribute 1
	}
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		LUN 0 a
		LUN 1 gone
		enabled 1
	}
	enabled 1
}
--- run
lunward plan --from old.conf new.conf --partial --keep enabeld
--- stdout
~ set handlers/vdisk_fileio/a no_such_attribute: ? -> 1 [none] (new.conf:4)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
new.conf:4:3: warning: "no_such_attribute" is no attribute of a device that is known here
new.conf:10:3: warning: LUN 1 refers to gone, which is missing: it is left out, and what is there in its place stays as it is
lunward: warning: enabeld, to be kept, is no attribute that scst knows
  hint: did you mean enabled?
--- exit 3
--- run
lunward plan --from old.conf new.conf --partial --keep enabeld -o json
--- stdout
{
  "lunward": "plan",
  "version": 1,
  "changes": 1,
  "operations": [
    {
      "n": 1,
      "verb": "set",
      "path": "handlers/vdisk_fileio/a",
      "kind": "fileio_device",
      "to": null,
      "attribute": "no_such_attribute",
      "old": null,
      "new": "1",
      "effect": "none",
      "scope": "node",
      "sessions": null,
      "implied": false,
      "temporary": false,
      "phase": "prepare",
      "cause": null,
      "reason": null,
      "because": null,
      "source": {
        "file": "new.conf",
        "line": 4,
        "column": 3
      },
      "after": []
    }
  ],
  "notes": [],
  "summary": {
    "create": 0,
    "change": 1,
    "delete": 0,
    "recreate": 0,
    "disturbs": 0,
    "drops": 0,
    "loses": 0
  },
  "problems": [
    {
      "severity": "warning",
      "code": "UNKNOWN",
      "file": "new.conf",
      "line": 4,
      "column": 3,
      "object": "handlers/vdisk_fileio/a",
      "message": "\"no_such_attribute\" is no attribute of a device that is known here",
      "hint": null
    },
    {
      "severity": "warning",
      "code": "PARTIAL",
      "file": "new.conf",
      "line": 10,
      "column": 3,
      "object": "targets/iscsi/iqn.2026-11.com.example:t/luns/1",
      "message": "LUN 1 refers to gone, which is missing: it is left out, and what is there in its place stays as it is",
      "hint": null
    },
    {
      "severity": "warning",
      "code": "UNKNOWN",
      "file": null,
      "line": null,
      "column": null,
      "object": null,
      "message": "enabeld, to be kept, is no attribute that scst knows",
      "hint": "did you mean enabled?"
    }
  ],
  "unlisted": 0
}
--- exit 3
--- run
lunward diff old.conf old.conf -o json
--- stdout
{
  "lunward": "plan",
  "version": 1,
  "changes": 0,
  "operations": [],
  "notes": [],
  "summary": {
    "create": 0,
    "change": 0,
    "delete": 0,
    "recreate": 0,
    "disturbs": 0,
    "drops": 0,
    "loses": 0
  },
  "problems": [],
  "unlisted": 0
}
--- run
lunward diff old.conf new.conf -o json
--- stdout
{
  "lunward": "error",
  "version": 1,
  "problems": [
    {
      "severity": "warning",
      "code": "UNKNOWN",
      "file": "new.conf",
      "line": 4,
      "column": 3,
      "object": "handlers/vdisk_fileio/a",
      "message": "\"no_such_attribute\" is no attribute of a device that is known here",
      "hint": null
    },
    {
      "severity": "error",
      "code": "MISSING",
      "file": "new.conf",
      "line": 10,
      "column": 3,
      "object": "targets/iscsi/iqn.2026-11.com.example:t/luns/1",
      "message": "there is no device \"gone\"",
      "hint": null
    }
  ],
  "summary": {
    "errors": 1,
    "warnings": 1,
    "notes": 0,
    "unlisted": 0
  }
}
--- exit 2
