What commands print with -o json: an outcome behind the plan, and errors with their code, object and place.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		IncomingUser "alice secret-word-1"
	}
}
--- file bad.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		LUN 0 nothing
	}
}
--- run
lunward apply --yes -o json $LIVE a.conf >out
grep -c secret-word out
sed -n '/"outcome"/,$p' out
--- stdout
0
  "lunward": "outcome",
  "version": 1,
  "exit": 0,
  "id": 1,
  "done": 3,
  "failed": 0,
  "skipped": 0,
  "left": 0,
  "rolled_back": false,
  "problems": [],
  "unlisted": 0
}
--- run
lunward apply --yes -o json $LIVE a.conf | sed -n '/"outcome"/,$p'
--- stdout
  "lunward": "outcome",
  "version": 1,
  "exit": 0,
  "id": 0,
  "done": 0,
  "failed": 0,
  "skipped": 0,
  "left": 0,
  "rolled_back": false,
  "problems": [],
  "unlisted": 0
}
--- run
lunward apply --yes -o json $LIVE bad.conf
--- stdout
{
  "lunward": "error",
  "version": 1,
  "problems": [
    {
      "severity": "error",
      "code": "MISSING",
      "file": "bad.conf",
      "line": 6,
      "column": 3,
      "object": "targets/iscsi/iqn.2026-11.com.example:t/luns/0",
      "message": "there is no device \"nothing\"",
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
lunward confirm -o json $LIVE
--- stdout
{
  "lunward": "error",
  "version": 1,
  "problems": [
    {
      "severity": "error",
      "code": "MISSING",
      "file": null,
      "line": null,
      "column": null,
      "object": null,
      "message": "nothing waits to be confirmed",
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
--- exit 1
--- run
lunward plan -o json --root nowhere a.conf
--- stdout
{
  "lunward": "error",
  "version": 1,
  "problems": [
    {
      "severity": "error",
      "code": "MISSING",
      "file": null,
      "line": null,
      "column": null,
      "object": null,
      "message": "SCST is not here: there is no nowhere",
      "hint": "load its kernel modules, or name another place with --root"
    }
  ],
  "summary": {
    "errors": 1,
    "warnings": 0,
    "notes": 0,
    "unlisted": 0
  }
}
--- exit 6
--- run
flock state/scst/lock lunward clear --yes -o json $LIVE | sed "s|$PWD|DIR|; s/process [0-9]*/process PID/"
--- stdout
{
  "lunward": "error",
  "version": 1,
  "problems": [
    {
      "severity": "error",
      "code": "BUSY",
      "file": null,
      "line": null,
      "column": null,
      "object": "DIR/state/scst",
      "message": "another apply is at work: process PID",
      "hint": "wait for it, or let --wait do that"
    }
  ],
  "summary": {
    "errors": 1,
    "warnings": 0,
    "notes": 0,
    "unlisted": 0
  }
}
--- run
lunward rollback --yes -o json $LIVE 7
--- stdout
{
  "lunward": "error",
  "version": 1,
  "problems": [
    {
      "severity": "error",
      "code": "MISSING",
      "file": null,
      "line": null,
      "column": null,
      "object": null,
      "message": "there is no apply 7 to undo",
      "hint": "lunward history lists what was applied"
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
lunward save -o json $AT --all | head -4
--- stdout
{
  "lunward": "tree",
  "version": 1,
  "schema": "scst",
