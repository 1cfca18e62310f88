The lists of scstadmin, in the columns that scripts cut out.
--- sim fresh
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE disk1 {
		filename /srv/b.img
		nv_cache 1
	}
	DEVICE disk0 {
		filename /srv/a.img
		read_only 1
	}
}
HANDLER vdisk_nullio {
	DEVICE nodev {
		dummy 1
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		enabled 1
		IncomingUser "zoe a-long-secret-2"
		IncomingUser "alice a-long-secret"
		LUN 0 disk1
	}
}
TARGET_DRIVER scst_local {
	TARGET local {
		LUN 0 nodev
		GROUP bare
		GROUP ig {
			LUN 0 disk0
			LUN 1 disk1
			INITIATOR ini2
			INITIATOR ini1
		}
	}
}
DEVICE_GROUP dgroup2 {
	DEVICE disk1
}
DEVICE_GROUP dgroup1 {
	TARGET_GROUP tgroup1 {
		group_id 256
		state active
		TARGET local
	}
	TARGET_GROUP tgroup2 {
		group_id 257
		TARGET remote {
			rel_tgt_id 11
		}
	}
}
--- run
printf 'file /srv/a.img 1048576\nfile /srv/b.img 1048576\n' >$SIM/control
scstadmin -config a.conf $LIVE | grep Done
echo 'login iscsi iqn.2026-11.com.example:t iqn.2026-11.com.example:x' >$SIM/control
--- stdout
	-> Done, 0 warnings found.
	-> Done, 27 change(s) made.
--- run
list() { echo "== $*"; scstadmin "$@" $AT | sed '1,3d;$d'; }
list -list_handler
list -list_handler vdisk_fileio
list -list_handler none
list -list_device
list -list_device disk0
list -list_dgrp
list -list_dgrp dgroup1
list -list_tgrp -dev_group dgroup1
list -list_tgrp tgroup1 -dev_group dgroup1
list -list_driver
list -list_driver scst_local
list -list_driver none
list -list_target
list -list_target local -driver scst_local
list -list_group
list -list_group ig -driver scst_local -target local
list -list_group -driver none
--- stdout
== -list_handler
	Handler
	---------------
	dev_cdrom
	dev_changer
	dev_disk
	dev_disk_perf
	dev_modisk
	dev_modisk_perf
	dev_processor
	dev_raid
	dev_tape
	dev_tape_perf
	scst_user
	vcdrom
	vdisk_blockio
	vdisk_fileio
	vdisk_nullio

== -list_handler vdisk_fileio
	Handler          Device
	----------------------
	vdisk_fileio    disk0
	                disk1

== -list_handler none
No such handler 'none' found.

== -list_device
	Handler             Device
	-------------------------
	dev_cdrom          -    
	dev_changer        -    
	dev_disk           -    
	dev_disk_perf      -    
	dev_modisk         -    
	dev_modisk_perf    -    
	dev_processor      -    
	dev_raid           -    
	dev_tape           -    
	dev_tape_perf      -    
	scst_user          -    
	vcdrom             -    
	vdisk_blockio      -    
	vdisk_fileio       disk0
	                   disk1
	vdisk_nullio       nodev

== -list_device disk0
	Attribute     Value          Writable      KEY
	----------------------------------------------
	filename      /srv/a.img     Yes           Yes
	read_only     1              No            Yes
	size          1048576        No            Yes

== -list_dgrp
	Device Group
	------------
	dgroup1

	dgroup2


== -list_dgrp dgroup1
	Devices
	-------

	Target Groups
	------------
	tgroup1
	tgroup2

== -list_tgrp -dev_group dgroup1

	Target Groups
	------------
	tgroup1
	tgroup2

== -list_tgrp tgroup1 -dev_group dgroup1
	Targets
	-------
	local

== -list_driver
	Driver
	------------
	copy_manager
	iscsi
	scst_local

== -list_driver scst_local
	Driver     Target
	----------------
	scst_local local

== -list_driver none
No such driver 'none' exists.

== -list_target
	Driver       Target                   
	--------------------------------------
	copy_manager copy_manager_tgt         
	iscsi        iqn.2026-11.com.example:t
	scst_local   local                    

== -list_target local -driver scst_local
Driver: scst_local
Target: local

Assigned LUNs:

	LUN  Device
	----------
	0    nodev

Group: bare

Group 'bare' has no associated LUNs or initiators.


Group: ig

Assigned LUNs:

	LUN  Device
	----------
	0    disk0
	1    disk1

Assigned Initiators:

	Initiator
	----
	ini1
	ini2



== -list_group
Driver: copy_manager
Target: copy_manager_tgt

Assigned LUNs:

	LUN  Device
	----------
	0    disk1
	1    disk0
	2    nodev

Driver: iscsi
Target: iqn.2026-11.com.example:t

Assigned LUNs:

	LUN  Device
	----------
	0    disk1

Driver: scst_local
Target: local

Assigned LUNs:

	LUN  Device
	----------
	0    nodev

Group: bare

Group 'bare' has no associated LUNs or initiators.


Group: ig

Assigned LUNs:

	LUN  Device
	----------
	0    disk0
	1    disk1

Assigned Initiators:

	Initiator
	----
	ini1
	ini2



== -list_group ig -driver scst_local -target local
Assigned LUNs:

	LUN  Device
	----------
	0    disk0
	1    disk1

Assigned Initiators:

	Initiator
	----
	ini1
	ini2

== -list_group -driver none
Driver 'none' not found.

--- run
list() { echo "== $*"; scstadmin "$@" $AT | sed '1,3d;$d'; }
list -list_scst_attr
list -list_hnd_attr vcdrom
list -list_dev_attr disk1
list -list_dev_attr none
list -list_drv_attr iscsi
list -list_tgt_attr iqn.2026-11.com.example:t -driver iscsi
list -list_grp_attr ig -driver scst_local -target local
list -list_lun_attr 0 -driver scst_local -target local
list -list_lun_attr 0 -driver scst_local -target local -group ig
list -list_init_attr ini1 -driver scst_local -target local -group ig
list -list_dgrp_attr dgroup1
list -list_tgrp_attr tgroup1 -dev_group dgroup1
list -list_ttgt_attr remote -dev_group dgroup1 -tgt_group tgroup2
list -nonkey -list_ttgt_attr remote -dev_group dgroup1 -tgt_group tgroup2
list -nonkey -list_tgrp_attr tgroup2 -dev_group dgroup1
--- stdout
== -list_scst_attr
	Attribute     Value     Writable      KEY
	-----------------------------------------
	(none)

== -list_hnd_attr vcdrom
	Attribute     Value     Writable      KEY
	-----------------------------------------
	(none)

	Device CREATE attributes available
	----------------------------------
	tst

== -list_dev_attr disk1
	Attribute     Value          Writable      KEY
	----------------------------------------------
	filename      /srv/b.img     Yes           Yes
	nv_cache      1              No            Yes
	size          1048576        No            Yes

== -list_dev_attr none


WARNING: Received the following error:

	deviceAttributes(): Device 'none' is not open


== -list_drv_attr iscsi
	Attribute     Value     Writable      KEY
	-----------------------------------------
	(none)

	Dynamic attributes available
	----------------------------
	IncomingUser
	OutgoingUser

== -list_tgt_attr iqn.2026-11.com.example:t -driver iscsi
	Attribute        Value                   Writable      KEY
	----------------------------------------------------------
	IncomingUser     zoe a-long-secret-2     Yes           Yes
	                 alice a-long-secret     Yes           Yes
	rel_tgt_id       1                       Yes           Yes

	Dynamic attributes available
	----------------------------
	IncomingUser
	OutgoingUser
	allowed_portal

	LUN CREATE attributes available
	-------------------------------
	read_only

== -list_grp_attr ig -driver scst_local -target local
	Attribute     Value     Writable      KEY
	-----------------------------------------
	(none)

	LUN CREATE attributes available
	-------------------------------
	read_only

== -list_lun_attr 0 -driver scst_local -target local
	Attribute     Value     Writable      KEY
	-----------------------------------------
	(none)

== -list_lun_attr 0 -driver scst_local -target local -group ig
	Attribute     Value     Writable      KEY
	-----------------------------------------
	read_only     1         No            Yes

== -list_init_attr ini1 -driver scst_local -target local -group ig


WARNING: Received the following error:

	initiatorAttributes(): Unable to read directory '@DIR@/sim/scst_tgt/targets/scst_local/local/ini_groups/ig/initiators/ini1': Bad file descriptor


== -list_dgrp_attr dgroup1
No such device group 'dgroup1' found or device group as no attributes.

== -list_tgrp_attr tgroup1 -dev_group dgroup1
	Attribute     Value      Writable      KEY
	------------------------------------------
	group_id      256        Yes           Yes
	state         active     Yes           Yes

== -list_ttgt_attr remote -dev_group dgroup1 -tgt_group tgroup2
	Attribute      Value     Writable      KEY
	------------------------------------------
	rel_tgt_id     11        Yes           Yes

== -nonkey -list_ttgt_attr remote -dev_group dgroup1 -tgt_group tgroup2
	Attribute      Value     Writable      KEY
	------------------------------------------
	rel_tgt_id     11        Yes           Yes

== -nonkey -list_tgrp_attr tgroup2 -dev_group dgroup1
	Attribute     Value      Writable      KEY
	------------------------------------------
	group_id      257        Yes           Yes
	preferred     0          Yes           No 
	state         active     Yes           Yes

--- run
scstadmin -list_sessions $AT
--- stdout

Collecting current configuration: done.

Driver/Target: copy_manager/copy_manager_tgt

	Session: copy_manager_sess

	Attribute                     Value                 Writable      KEY
	---------------------------------------------------------------------
	active_commands               0                     Yes           No 
	bidi_cmd_count                0                     Yes           No 
	bidi_io_count_kb              0                     Yes           No 
	bidi_unaligned_cmd_count      0                     Yes           No 
	commands                      0                     Yes           No 
	dif_checks_failed             	app	ref	guard        Yes           No 
	initiator_name                copy_manager_sess     Yes           No 
	none_cmd_count                0                     Yes           No 
	read_cmd_count                0                     Yes           No 
	read_io_count_kb              0                     Yes           No 
	read_unaligned_cmd_count      0                     Yes           No 
	unknown_cmd_count             0                     Yes           No 
	write_cmd_count               0                     Yes           No 
	write_io_count_kb             0                     Yes           No 
	write_unaligned_cmd_count     0                     Yes           No 

Driver/Target: iscsi/iqn.2026-11.com.example:t

	Session: iqn.2026-11.com.example:x

	Attribute                     Value                         Writable      KEY
	-----------------------------------------------------------------------------
	DataDigest                    None                          Yes           No 
	FirstBurstLength              65536                         Yes           No 
	HeaderDigest                  None                          Yes           No 
	ImmediateData                 Yes                           Yes           No 
	InitialR2T                    No                            Yes           No 
	MaxBurstLength                1048576                       Yes           No 
	MaxOutstandingR2T             1                             Yes           No 
	MaxRecvDataSegmentLength      1048576                       Yes           No 
	MaxXmitDataSegmentLength      262144                        Yes           No 
	active_commands               0                             Yes           No 
	bidi_cmd_count                0                             Yes           No 
	bidi_io_count_kb              0                             Yes           No 
	bidi_unaligned_cmd_count      0                             Yes           No 
	commands                      0                             Yes           No 
	force_close                   <n/a>                         Yes           No 
	initiator_name                iqn.2026-11.com.example:x     Yes           No 
	none_cmd_count                0                             Yes           No 
	read_cmd_count                0                             Yes           No 
	read_io_count_kb              0                             Yes           No 
	read_unaligned_cmd_count      0                             Yes           No 
	reinstating                   0                             Yes           No 
	sid                           101000013d0200                Yes           No 
	thread_pid                    0                             Yes           No 
	unknown_cmd_count             0                             Yes           No 
	write_cmd_count               0                             Yes           No 
	write_io_count_kb             0                             Yes           No 
	write_unaligned_cmd_count     0                             Yes           No 

Driver/Target: scst_local/local

	(no sessions)


All done.
--- run
scstadmin -list_driver -list_handler $AT
--- stdout

Collecting current configuration: done.

	Handler
	---------------
	dev_cdrom
	dev_changer
	dev_disk
	dev_disk_perf
	dev_modisk
	dev_modisk_perf
	dev_processor
	dev_raid
	dev_tape
	dev_tape_perf
	scst_user
	vcdrom
	vdisk_blockio
	vdisk_fileio
	vdisk_nullio
	Driver
	------------
	copy_manager
	iscsi
	scst_local

All done.
--- run
scstadmin -list_tgrp
scstadmin -list_tgt_attr x
scstadmin -list_grp_attr x -driver y
scstadmin -list_lun_attr x
scstadmin -list_init_attr x -driver y -target z
scstadmin -list_ttgt_attr x -dev_group d
scstadmin -list_driver -write_config x
--- stdout
Please specify -dev_group with -list_tgrp.
Please specify -driver with -list_tgt_attr.
Please specify -driver, -target and group with -list_grp_attr.
Please specify -driver and -target with -list_lun_attr.
Please specify -driver, -target and -group with -list_init_attr.
Please specify -dev_group and -tgt_group with -list_ttgt_attr.
Please specify only one non-query operation at a time.
--- exit 1
