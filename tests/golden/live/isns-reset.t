What the iSNS server, and those who discover, are told is as in a fresh kernel again once no file names it: when it is no longer
declared, when all is cleared, on the way back.
--- sim fresh
--- file a.conf
TARGET_DRIVER iscsi {
	isns_entity_name storage-a
	internal_portal 192.0.2.7
	link_local 0
	enabled 1
}
--- file b.conf
TARGET_DRIVER iscsi {
	enabled 1
}
--- run
lunward apply $LIVE --yes a.conf
lunward apply $LIVE --yes b.conf
lunward rollback $LIVE --yes
lunward clear $LIVE --yes
head -1 $SIM/scst_tgt/targets/iscsi/isns_entity_name
lunward apply $LIVE --yes a.conf >/dev/null
lunward rollback $LIVE --yes >/dev/null
head -1 $SIM/scst_tgt/targets/iscsi/isns_entity_name
--- stdout
~ set targets/iscsi internal_portal: "" -> 192.0.2.7 [none] (a.conf:3)
~ set targets/iscsi isns_entity_name: "" -> storage-a [none] (a.conf:2)
~ set targets/iscsi link_local: 1 -> 0 [none] (a.conf:4)
~ set targets/iscsi enabled: 0 -> 1 [none] (a.conf:5)
Plan: 0 to create, 4 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
~ set targets/iscsi internal_portal: 192.0.2.7 -> "" (default) [none] because the file does not name it (b.conf:1)
~ set targets/iscsi isns_entity_name: storage-a -> "" (default) [none] because the file does not name it (b.conf:1)
~ set targets/iscsi link_local: 0 -> 1 (default) [none] because the file does not name it (b.conf:1)
Plan: 0 to create, 3 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
~ set targets/iscsi internal_portal: "" -> 192.0.2.7 [none]
~ set targets/iscsi isns_entity_name: "" -> storage-a [none]
~ set targets/iscsi link_local: 1 -> 0 [none]
Plan: 0 to create, 3 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
~ set targets/iscsi enabled: 1 -> 0 [none]
~ set targets/iscsi internal_portal: 192.0.2.7 -> "" (default) [none] because the file does not name it
~ set targets/iscsi isns_entity_name: storage-a -> "" (default) [none] because the file does not name it
~ set targets/iscsi link_local: 0 -> 1 (default) [none] because the file does not name it
Plan: 0 to create, 4 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.


--- stderr
lunward: 4 operations done (1 in lunward history)
lunward: 3 operations done (2 in lunward history)
lunward: note: this undoes apply 2: apply b.conf
lunward: 3 operations done (3 in lunward history)
lunward: note: targets/iscsi: driver iscsi is not declared: it is disabled
lunward: 4 operations done (4 in lunward history)
lunward: 4 operations done (5 in lunward history)
lunward: note: this undoes apply 5: apply a.conf
lunward: 4 operations done (6 in lunward history)
