The status says what is going on, to people and as data; it makes nothing and needs no lock.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
--- run
lunward status $LIVE | sed "s|$SIM|SIM|"
ls state 2>&1
--- stdout
SCST          3.11.0-pre, at SIM/scst_tgt
daemon        iscsi-scstd runs
I/O           runs
lock          nobody has it
in force      nothing that lunward knows of
ls: cannot access 'state': No such file or directory
--- exit 2
--- run
lunward apply --yes $LIVE a.conf >/dev/null
lunward status $LIVE | sed "s|$SIM|SIM|; s/20..-..-.. ..:..:../TIME/"
--- stdout
SCST          3.11.0-pre, at SIM/scst_tgt
daemon        iscsi-scstd runs
I/O           runs
lock          nobody has it
in force      1, TIME: apply a.conf
--- stderr
lunward: 1 operation done (1 in lunward history)
--- run
lunward status $LIVE -o json | sed "s|$SIM|SIM|; s|$PWD|DIR|; s/\"time\": [0-9]*/\"time\": 0/"
--- stdout
{
  "lunward": "status",
  "version": 1,
  "engines": [
    {
      "name": "scst",
      "title": "SCST",
      "here": true,
      "why": null,
      "root": "SIM/scst_tgt",
      "engine_version": "3.11.0-pre",
      "daemon": {
        "name": "iscsi-scstd",
        "runs": true
      },
      "pauses": {
        "all": 0,
        "ours": 0
      },
      "state": "DIR/state/scst",
      "state_known": true,
      "lock": null,
      "open": null,
      "pending": null,
      "in_force": {
        "id": 1,
        "time": 0,
        "command": "apply a.conf"
      }
    }
  ],
  "problems": []
}
--- run
lunward status --root nowhere --state state | sed "s|20..-..-.. ..:..:..|TIME|"
--- stdout
SCST          SCST is not here: there is no nowhere
lock          nobody has it
in force      1, TIME: apply a.conf
--- run
lunward status --root nowhere --state none -o json | sed "s|$PWD|DIR|"
--- stdout
{
  "lunward": "status",
  "version": 1,
  "engines": [
    {
      "name": "scst",
      "title": "SCST",
      "here": false,
      "why": "SCST is not here: there is no nowhere",
      "root": "nowhere",
      "engine_version": null,
      "daemon": null,
      "pauses": {
        "all": 0,
        "ours": 0
      },
      "state": "none/scst",
      "state_known": true,
      "lock": null,
      "open": null,
      "pending": null,
      "in_force": null
    }
  ],
  "problems": []
}
--- run
lunward status --engine lio
--- stderr
lunward status: --engine takes scst, not "lio"
  hint: 'lunward help status' shows how it is used
--- exit 2
