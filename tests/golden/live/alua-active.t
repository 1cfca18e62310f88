An ALUA state opens and closes the backing files of the devices beside it: what a file declares of them is so in one pass, and
a rollback brings back what was. What nobody declares follows the state.
--- sim fresh
--- file closed.conf
HANDLER vdisk_blockio {
	DEVICE d {
		filename /dev/d
		active 0
	}
}
DEVICE_GROUP g {
	DEVICE d
	TARGET_GROUP t {
		group_id 1
		state nonoptimized
	}
}
--- file standby.conf
HANDLER vdisk_blockio {
	DEVICE d {
		filename /dev/d
		active 0
	}
}
DEVICE_GROUP g {
	DEVICE d
	TARGET_GROUP t {
		group_id 1
		state standby
	}
}
--- file active.conf
HANDLER vdisk_blockio {
	DEVICE d {
		filename /dev/d
	}
}
DEVICE_GROUP g {
	DEVICE d
	TARGET_GROUP t {
		group_id 1
		state active
	}
}
--- file follows.conf
HANDLER vdisk_blockio {
	DEVICE d {
		filename /dev/d
	}
}
DEVICE_GROUP g {
	DEVICE d
	TARGET_GROUP t {
		group_id 1
		state standby
	}
}
--- file pair.conf
HANDLER vdisk_blockio {
	DEVICE d {
		filename /dev/d
	}
}
DEVICE_GROUP g {
	DEVICE d
	TARGET_GROUP here {
		group_id 1
		state active
	}
	TARGET_GROUP there {
		group_id 2
		state standby
		TARGET elsewhere {
			rel_tgt_id 2
		}
	}
}
--- file nogroup.conf
HANDLER vdisk_blockio {
	DEVICE d {
		filename /dev/d
		active 0
	}
}
DEVICE_GROUP other {
	DEVICE d
}
--- run
printf 'block /dev/d 1048576\n' >$SIM/control
lunward apply $LIVE --yes closed.conf
cat $SIM/scst_tgt/devices/d/active
lunward apply $LIVE --yes closed.conf
--- stdout
+ create handlers/vdisk_blockio/d active=0 filename=/dev/d [none] (closed.conf:2)
+ create device_groups/g [none] (closed.conf:7)
+ create device_groups/g/devices/d [none] (closed.conf:8)
+ create device_groups/g/target_groups/t [none] (closed.conf:9)
~ set device_groups/g/target_groups/t group_id: 0 -> 1 [none] (closed.conf:10)
~ set device_groups/g/target_groups/t state: active -> nonoptimized [none] (closed.conf:11)
~ set handlers/vdisk_blockio/d active: 1 -> 0 [none] because device_groups/g/target_groups/t is changed (state) (closed.conf:4)
Plan: 4 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
0
[key]
Nothing to do.
--- stderr
lunward: 7 operations done (1 in lunward history)
--- run
lunward apply $LIVE --yes standby.conf && lunward apply $LIVE --yes closed.conf
cat $SIM/scst_tgt/devices/d/active
lunward rollback $LIVE --yes && lunward rollback $LIVE --yes
cat $SIM/scst_tgt/devices/d/active
lunward plan $LIVE closed.conf
--- stdout
~ set device_groups/g/target_groups/t state: nonoptimized -> standby [none] (standby.conf:11)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
~ set device_groups/g/target_groups/t state: standby -> nonoptimized [none] (closed.conf:11)
~ set handlers/vdisk_blockio/d active: 1 -> 0 [none] because device_groups/g/target_groups/t is changed (state) (closed.conf:4)
Plan: 0 to create, 2 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
0
[key]
~ set device_groups/g/target_groups/t state: nonoptimized -> standby [none]
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
~ set device_groups/g/target_groups/t state: standby -> nonoptimized [none]
~ set handlers/vdisk_blockio/d active: 1 -> 0 [none] because device_groups/g/target_groups/t is changed (state)
Plan: 0 to create, 2 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
0
[key]
Nothing to do.
--- stderr
lunward: 1 operation done (2 in lunward history)
lunward: 2 operations done (3 in lunward history)
lunward: note: this undoes apply 3: apply closed.conf
lunward: 1 operation done (4 in lunward history)
lunward: note: this undoes apply 4: rollback 3
lunward: 2 operations done (5 in lunward history)
--- run
lunward apply $LIVE --yes nogroup.conf
cat $SIM/scst_tgt/devices/d/active
lunward plan $LIVE nogroup.conf
lunward clear $LIVE --yes >/dev/null
--- stdout
+ create device_groups/other [none] (nogroup.conf:7)
- delete (implied) device_groups/g/devices/d [none] because device_groups/g goes
- delete (implied) device_groups/g/target_groups/t [none] because device_groups/g goes
- delete device_groups/g [none]
~ set handlers/vdisk_blockio/d active: 1 -> 0 [none] because device_groups/g goes (nogroup.conf:4)
+ create device_groups/other/devices/d [none] (nogroup.conf:8)
Plan: 2 to create, 1 to change, 1 to delete; 0 operations disturb sessions, 0 drop them.
0
[key]
Nothing to do.
--- stderr
lunward: 4 operations done (6 in lunward history)
lunward: 2 operations done (7 in lunward history)
--- run
lunward apply $LIVE --yes active.conf
lunward apply $LIVE --yes follows.conf
cat $SIM/scst_tgt/devices/d/active
lunward plan $LIVE follows.conf
lunward rollback $LIVE --yes
cat $SIM/scst_tgt/devices/d/active
lunward plan $LIVE active.conf
lunward rollback $LIVE --yes
cat $SIM/scst_tgt/devices/d/active
lunward apply $LIVE --yes active.conf
cat $SIM/scst_tgt/devices/d/active
lunward clear $LIVE --yes >/dev/null
--- stdout
+ create handlers/vdisk_blockio/d filename=/dev/d [none] (active.conf:2)
+ create device_groups/g [none] (active.conf:6)
+ create device_groups/g/devices/d [none] (active.conf:7)
+ create device_groups/g/target_groups/t [none] (active.conf:8)
~ set device_groups/g/target_groups/t group_id: 0 -> 1 [none] (active.conf:9)
Plan: 4 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
~ set device_groups/g/target_groups/t state: active -> standby [none] (follows.conf:10)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
0
[key]
Nothing to do.
~ set device_groups/g/target_groups/t state: standby -> active [none]
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
1
Nothing to do.
~ set device_groups/g/target_groups/t state: active -> standby [none]
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
0
[key]
~ set device_groups/g/target_groups/t state: standby -> active [none] (active.conf:10)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
1
--- stderr
lunward: 5 operations done (8 in lunward history)
lunward: 1 operation done (9 in lunward history)
lunward: note: this undoes apply 9: apply follows.conf
lunward: 1 operation done (10 in lunward history)
lunward: note: this undoes apply 10: rollback 9
lunward: 1 operation done (11 in lunward history)
lunward: 1 operation done (12 in lunward history)
lunward: 2 operations done (13 in lunward history)
--- run
lunward apply $LIVE --yes pair.conf
cat $SIM/scst_tgt/devices/d/active
lunward plan $LIVE pair.conf
--- stdout
+ create handlers/vdisk_blockio/d filename=/dev/d [none] (pair.conf:2)
+ create device_groups/g [none] (pair.conf:6)
+ create device_groups/g/devices/d [none] (pair.conf:7)
+ create device_groups/g/target_groups/here [none] (pair.conf:8)
~ set device_groups/g/target_groups/here group_id: 0 -> 1 [none] (pair.conf:9)
+ create device_groups/g/target_groups/there [none] (pair.conf:12)
~ set device_groups/g/target_groups/there group_id: 0 -> 2 [none] (pair.conf:13)
+ create device_groups/g/target_groups/there/elsewhere [none] (pair.conf:15)
~ set device_groups/g/target_groups/there state: active -> standby [none] (pair.conf:14)
~ set device_groups/g/target_groups/there/elsewhere rel_tgt_id: 0 -> 2 [none] (pair.conf:16)
Plan: 6 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
1
Nothing to do.
--- stderr
lunward: 10 operations done (14 in lunward history)
