A Fibre Channel port is the same in upper case. A port that is not there is an error; with --partial it is left out
and the rest goes on.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
}
TARGET_DRIVER qla2x00t {
	TARGET 21:00:00:24:ff:00:00:01 {
		HW_TARGET
		rel_tgt_id 1
		LUN 0 a
		enabled 1
	}
}
--- file b.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
}
TARGET_DRIVER qla2x00t {
	TARGET 21:00:00:24:FF:00:00:01 {
		HW_TARGET
		rel_tgt_id 1
		LUN 0 a
		enabled 1
	}
	TARGET 21:00:00:24:ff:00:00:02 {
		HW_TARGET
		LUN 0 a
	}
}
--- run
lunward show --show-secrets -o json a.conf | sed 's/"schema"/"depth": "full", &/' >machine.json
lunward plan --from machine.json b.conf
--- stderr
b.conf:13:2: error: target 21:00:00:24:ff:00:00:02 is declared, but is not there
  hint: only its hardware, driver or program can make it; remove its block if it is gone for good
lunward: 1 error
--- exit 2
--- run
lunward plan --partial --from machine.json b.conf
--- stdout
Nothing to do.
--- stderr
b.conf:13:2: warning: target 21:00:00:24:ff:00:00:02 is declared, but is not there
  hint: only its hardware, driver or program can make it; remove its block if it is gone for good
