scstadmin sets attributes one by one, says what is so already and what there is not; attributes with several values.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a {
		dummy 1
	}
}
HANDLER vdisk_fileio {
	DEVICE f {
		filename /srv/a.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		LUN 0 a
		GROUP one {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:x
		}
	}
}
DEVICE_GROUP d {
	DEVICE a
	TARGET_GROUP g {
		group_id 1
		TARGET iqn.2026-11.com.example:t
		TARGET other {
			rel_tgt_id 5
		}
	}
}
--- run
printf 'file /srv/a.img 1048576\n' >$SIM/control
scstadmin -config a.conf $LIVE >/dev/null
now() { echo "== $*"; scstadmin -noprompt "$@" $LIVE >out; echo "exit $?"; sed 1,5d out; }
T=iqn.2026-11.com.example:t
now -set_scst_attr -attributes threads=3,setup_id=0,nosuch=1,suspend=-1
now -set_scst_attr -attributes threads=text
now -set_hnd_attr vdisk_fileio -attributes pr_dump_dir=/tmp
now -set_hnd_attr none -attributes x
now -set_dev_attr f -attributes threads_num=4,blocksize=4096
now -set_dev_attr none -attributes x
now -set_drv_attr iscsi -attributes iSNSServer=192.0.2.1
now -set_drv_attr iscsi -attributes "IncomingUser=disco a-discovery-secret"
now -set_drv_attr none -attributes x=1
now -set_tgt_attr $T -driver iscsi -attributes MaxSessions=2,allowed_portal=192.0.2.*
now -set_tgt_attr $T -driver iscsi -attributes MaxSessions=2
now -set_tgt_attr $T -driver iscsi -attributes MaxSessions=-2
now -set_tgt_attr none -driver iscsi -attributes MaxSessions=2
now -set_grp_attr one -driver iscsi -target $T -attributes addr_method=FLAT
now -set_grp_attr none -driver iscsi -target $T -attributes addr_method=FLAT
now -set_lun_attr 0 -driver iscsi -target $T -attributes read_only=1
now -set_lun_attr 0 -driver iscsi -target $T -group one -attributes read_only=1
now -set_lun_attr 9 -driver iscsi -target $T -group one -attributes read_only=1
now -set_init_attr iqn.2026-11.com.example:x -driver iscsi -target $T -group one -attributes x=1
now -set_dgrp_attr d -attributes x=1
now -set_tgrp_attr g -dev_group d -attributes group_id=7,state=standby,preferred=0
now -set_tgrp_attr none -dev_group d -attributes group_id=7
now -set_ttgt_attr other -dev_group d -tgt_group g -attributes rel_tgt_id=8
now -set_ttgt_attr none -dev_group d -tgt_group g -attributes rel_tgt_id=8
now -resync_dev f
now -resync_dev none
now -enable_target $T -driver iscsi
now -enable_target $T -driver iscsi
now -enable_target none -driver iscsi
--- stdout
== -set_scst_attr -attributes threads=3,setup_id=0,nosuch=1,suspend=-1
exit 0
	-> Setting SCST attribute 'threads' to value '3': done.
	-> Setting SCST attribute 'setup_id' to value '0': done.
	-> WARNING: SCST lacks the settable attribute 'nosuch', ignoring.

	-> Setting SCST attribute 'suspend' to value '-1': done.
	-> Done, 3 change(s) made.

All done.
== -set_scst_attr -attributes threads=text
exit 0
	-> Setting SCST attribute 'threads' to value 'text': done.


WARNING: Received the following error:

	Failed to set a SCST attribute. See "dmesg" for more information.

	-> Done, 0 change(s) made.

All done.
== -set_hnd_attr vdisk_fileio -attributes pr_dump_dir=/tmp
exit 0
	-> WARNING: Handler 'vdisk_fileio' lacks the settable attribute 'pr_dump_dir', ignoring.

	-> Done, 0 change(s) made.

All done.
== -set_hnd_attr none -attributes x
exit 0


WARNING: Received the following error:

	handlerAttributes(): Handler 'none' is not available

	-> Done, 0 change(s) made.

All done.
== -set_dev_attr f -attributes threads_num=4,blocksize=4096
exit 0
	-> Setting device attribute 'threads_num' to value '4' for device 'f': done.
	-> WARNING: Device 'f' lacks the settable attribute 'blocksize', ignoring.

	-> Done, 1 change(s) made.

All done.
== -set_dev_attr none -attributes x
exit 0


WARNING: Received the following error:

	deviceAttributes(): Device 'none' is not open

	-> Done, 0 change(s) made.

All done.
== -set_drv_attr iscsi -attributes iSNSServer=192.0.2.1
exit 0
	-> Setting driver attribute 'iSNSServer' to value '192.0.2.1' for driver 'iscsi': done.
	-> Done, 1 change(s) made.

All done.
== -set_drv_attr iscsi -attributes IncomingUser=disco a-discovery-secret
exit 0
	-> Adding driver attribute 'IncomingUser' with value 'disco ***' for driver 'iscsi': done.
	-> Done, 1 change(s) made.

All done.
== -set_drv_attr none -attributes x=1
exit 0


WARNING: Received the following error:

	driverAttributes(): Driver 'none' is not available

	-> Done, 0 change(s) made.

All done.
== -set_tgt_attr iqn.2026-11.com.example:t -driver iscsi -attributes MaxSessions=2,allowed_portal=192.0.2.*
exit 0
	-> Setting target attribute 'MaxSessions' to value '2' for driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Adding target attribute 'allowed_portal' with value '192.0.2.*' for driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Done, 2 change(s) made.

All done.
== -set_tgt_attr iqn.2026-11.com.example:t -driver iscsi -attributes MaxSessions=2
exit 0
	-> Done, 0 change(s) made.

All done.
== -set_tgt_attr iqn.2026-11.com.example:t -driver iscsi -attributes MaxSessions=-2
exit 1
	-> Setting target attribute 'MaxSessions' to value '-2' for driver/target 'iscsi/iqn.2026-11.com.example:t': done.


FATAL: Received the following error:

	Failed to set target attribute. See "dmesg" for more information.

== -set_tgt_attr none -driver iscsi -attributes MaxSessions=2
exit 0


WARNING: Received the following error:

	targetAttributes(): Target 'none' is not available

	-> Done, 0 change(s) made.

All done.
== -set_grp_attr one -driver iscsi -target iqn.2026-11.com.example:t -attributes addr_method=FLAT
exit 0
	-> Setting group attribute 'addr_method' to value 'FLAT' for group 'one': done.
	-> Done, 1 change(s) made.

All done.
== -set_grp_attr none -driver iscsi -target iqn.2026-11.com.example:t -attributes addr_method=FLAT
exit 0


WARNING: Received the following error:

	groupAttributes(): Group 'none' does not exist

	-> Done, 0 change(s) made.

All done.
== -set_lun_attr 0 -driver iscsi -target iqn.2026-11.com.example:t -attributes read_only=1
exit 0
	-> WARNING: Driver/target/LUN 'iscsi/iqn.2026-11.com.example:t/0' lacks the settable attribute 'read_only', ignoring.

	-> Done, 0 change(s) made.

All done.
== -set_lun_attr 0 -driver iscsi -target iqn.2026-11.com.example:t -group one -attributes read_only=1
exit 0
	-> WARNING: Driver/target/group/LUN 'iscsi/iqn.2026-11.com.example:t/one/0' lacks the settable attribute 'read_only', ignoring.

	-> Done, 0 change(s) made.

All done.
== -set_lun_attr 9 -driver iscsi -target iqn.2026-11.com.example:t -group one -attributes read_only=1
exit 0


WARNING: Received the following error:

	lunAttributes(): LUN '9' does not exist

	-> Done, 0 change(s) made.

All done.
== -set_init_attr iqn.2026-11.com.example:x -driver iscsi -target iqn.2026-11.com.example:t -group one -attributes x=1
exit 0
	-> WARNING: Driver/target/group/initiator 'iscsi/iqn.2026-11.com.example:t/one/iqn.2026-11.com.example:x' lacks the settable attribute 'x', ignoring.

	-> Done, 0 change(s) made.

All done.
== -set_dgrp_attr d -attributes x=1
exit 0
	-> WARNING: Device Group 'd' lacks the settable attribute 'x', ignoring.

	-> Done, 0 change(s) made.

All done.
== -set_tgrp_attr g -dev_group d -attributes group_id=7,state=standby,preferred=0
exit 0
	-> Setting Target Group attribute 'group_id' to value '7' for target group 'd/g': done.
	-> Setting Target Group attribute 'state' to value 'standby' for target group 'd/g': done.
	-> Attribute 'preferred' already set to value '0', ignoring.
	-> Done, 2 change(s) made.

All done.
== -set_tgrp_attr none -dev_group d -attributes group_id=7
exit 0


WARNING: Received the following error:

	targetGroupAttributes(): Target Group 'none' does not exist

	-> Done, 0 change(s) made.

All done.
== -set_ttgt_attr other -dev_group d -tgt_group g -attributes rel_tgt_id=8
exit 0
	-> Setting target attribute 'rel_tgt_id' to value '8' for target 'd/g/other': done.
	-> Done, 1 change(s) made.

All done.
== -set_ttgt_attr none -dev_group d -tgt_group g -attributes rel_tgt_id=8
exit 0


WARNING: Received the following error:

	targetGroupTargetAttributes(): Target 'none' does not exist

	-> Done, 0 change(s) made.

All done.
== -resync_dev f
exit 0
	-> Setting device attribute 'resync_size' to value '1' for device 'f': done.
	-> Done.

All done.
== -resync_dev none
exit 1


WARNING: Received the following error:

	deviceAttributes(): Device 'none' is not open

	-> Done.

All done.
== -enable_target iqn.2026-11.com.example:t -driver iscsi
exit 0
	-> Enabling driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Done.

All done.
== -enable_target iqn.2026-11.com.example:t -driver iscsi
exit 0
	-> Done.

All done.
== -enable_target none -driver iscsi
exit 0


WARNING: Received the following error:

	targetAttributes(): Target 'none' is not available

	-> Done.

All done.
--- stderr
lunward: error: /: threads: "text" is not legal: expected a number from 1 to 2147483647
lunward: error: targets/iscsi/iqn.2026-11.com.example:t: MaxSessions: "-2" is not legal: expected a number from 0 to 65535
--- run
now() { echo "== $*"; scstadmin -noprompt "$@" $LIVE >out; echo "exit $?"; sed 1,5d out; }
T=iqn.2026-11.com.example:t
now -add_drv_attr iscsi -attributes "IncomingUser=joe 12charsecret,IncomingUser=bar 12CharSecret"
now -add_drv_attr iscsi -attributes "IncomingUser=joe 12charsecret"
now -add_drv_attr iscsi -attributes no-such-attribute
now -add_drv_attr scst_local -attributes IncomingUser=x
now -add_drv_attr copy_manager -attributes IncomingUser=x
now -add_drv_attr none -attributes IncomingUser=x
now -add_tgt_attr $T -driver iscsi -attributes "IncomingUser=joe 12charsecret"
now -add_tgt_attr $T -driver iscsi -attributes "IncomingUser=short"
now -add_tgt_attr $T -driver iscsi -attributes no-such-attribute=1
now -add_tgt_attr none -driver iscsi -attributes IncomingUser=x
now -list_drv_attr iscsi
now -list_tgt_attr $T -driver iscsi
now -rem_drv_attr iscsi -attributes "IncomingUser=joe 12charsecret"
now -rem_drv_attr iscsi -attributes "IncomingUser=joe 12charsecret"
now -rem_drv_attr iscsi -attributes "IncomingUser=bar 12CharSecret"
now -rem_drv_attr iscsi -attributes "IncomingUser=disco a-discovery-secret"
now -rem_tgt_attr $T -driver iscsi -attributes "allowed_portal=192.0.2.*"
now -rem_tgt_attr $T -driver iscsi -attributes "IncomingUser=joe 12charsecret"
now -rem_tgt_attr none -driver iscsi -attributes IncomingUser=x
lunward save $AT
--- stdout
== -add_drv_attr iscsi -attributes IncomingUser=joe 12charsecret,IncomingUser=bar 12CharSecret
exit 0
	-> Adding driver attribute 'IncomingUser' with value 'joe ***' for driver 'iscsi': done.
	-> Adding driver attribute 'IncomingUser' with value 'bar ***' for driver 'iscsi': done.
	-> Done.

All done.
== -add_drv_attr iscsi -attributes IncomingUser=joe 12charsecret
exit 0
	-> Attribute/value 'IncomingUser/joe ***' already exists for driver 'iscsi'.
	-> Done.

All done.
== -add_drv_attr iscsi -attributes no-such-attribute
exit 1
	-> Adding driver attribute 'no-such-attribute' with value '1' for driver 'iscsi': done.


FATAL: Received the following error:

	Bad attributes given for driver.

== -add_drv_attr scst_local -attributes IncomingUser=x
exit 1
	-> Adding driver attribute 'IncomingUser' with value '***' for driver 'scst_local': done.


FATAL: Received the following error:

	Bad attributes given for driver.

== -add_drv_attr copy_manager -attributes IncomingUser=x
exit 1
	-> Adding driver attribute 'IncomingUser' with value '***' for driver 'copy_manager': done.


FATAL: Received the following error:

	Driver is incapable of dynamically adding/removing targets or attributes.

== -add_drv_attr none -attributes IncomingUser=x
exit 1


WARNING: Received the following error:

	driverAttributes(): Driver 'none' is not available

	-> Done.

All done.
== -add_tgt_attr iqn.2026-11.com.example:t -driver iscsi -attributes IncomingUser=joe 12charsecret
exit 0
	-> Adding target attribute 'IncomingUser' with value 'joe ***' for driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Done.

All done.
== -add_tgt_attr iqn.2026-11.com.example:t -driver iscsi -attributes IncomingUser=short
exit 1
	-> Adding target attribute 'IncomingUser' with value '***' for driver/target 'iscsi/iqn.2026-11.com.example:t': done.


FATAL: Received the following error:

	Failed to add target dynamic attribute. See "dmesg" for more information.

== -add_tgt_attr iqn.2026-11.com.example:t -driver iscsi -attributes no-such-attribute=1
exit 1
	-> Adding target attribute 'no-such-attribute' with value '1' for driver/target 'iscsi/iqn.2026-11.com.example:t': done.


FATAL: Received the following error:

	Bad attributes given for target.

== -add_tgt_attr none -driver iscsi -attributes IncomingUser=x
exit 1


WARNING: Received the following error:

	targetAttributes(): Target 'none' is not available

	-> Done.

All done.
== -list_drv_attr iscsi
exit 1
	IncomingUser     disco a-discovery-secret     Yes           Yes
	                 joe 12charsecret             Yes           Yes
	                 bar 12CharSecret             Yes           Yes
	iSNSServer       192.0.2.1                    Yes           Yes

	Dynamic attributes available
	----------------------------
	IncomingUser
	OutgoingUser

All done.
== -list_tgt_attr iqn.2026-11.com.example:t -driver iscsi
exit 0
	IncomingUser       joe 12charsecret     Yes           Yes
	MaxSessions        2                    Yes           Yes
	allowed_portal     192.0.2.*            Yes           Yes
	rel_tgt_id         1                    Yes           Yes

	Dynamic attributes available
	----------------------------
	IncomingUser
	OutgoingUser
	allowed_portal

	LUN CREATE attributes available
	-------------------------------
	read_only

All done.
== -rem_drv_attr iscsi -attributes IncomingUser=joe 12charsecret
exit 0
	-> Removing dynamic attribute 'IncomingUser' with value 'joe ***' for driver 'iscsi': done.
	-> Done.

All done.
== -rem_drv_attr iscsi -attributes IncomingUser=joe 12charsecret
exit 0
	-> Attribute/value 'IncomingUser/joe ***' doesn't exist for driver 'iscsi'.
	-> Done.

All done.
== -rem_drv_attr iscsi -attributes IncomingUser=bar 12CharSecret
exit 0
	-> Removing dynamic attribute 'IncomingUser' with value 'bar ***' for driver 'iscsi': done.
	-> Done.

All done.
== -rem_drv_attr iscsi -attributes IncomingUser=disco a-discovery-secret
exit 0
	-> Removing dynamic attribute 'IncomingUser' with value 'disco ***' for driver 'iscsi': done.
	-> Done.

All done.
== -rem_tgt_attr iqn.2026-11.com.example:t -driver iscsi -attributes allowed_portal=192.0.2.*
exit 0
	-> Removing dynamic attribute 'allowed_portal' with value '192.0.2.*' for driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Done.

All done.
== -rem_tgt_attr iqn.2026-11.com.example:t -driver iscsi -attributes IncomingUser=joe 12charsecret
exit 0
	-> Removing dynamic attribute 'IncomingUser' with value 'joe ***' for driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Done.

All done.
== -rem_tgt_attr none -driver iscsi -attributes IncomingUser=x
exit 1


WARNING: Received the following error:

	targetAttributes(): Target 'none' is not available

	-> Done.

All done.
threads 3

HANDLER vdisk_fileio {
	DEVICE f {
		filename /srv/a.img
		threads_num 4
	}
}

HANDLER vdisk_nullio {
	DEVICE a {
		dummy 1
	}
}

TARGET_DRIVER iscsi {
	enabled 1
	iSNSServer 192.0.2.1
	TARGET iqn.2026-11.com.example:t {
		MaxSessions 2
		enabled 1
		rel_tgt_id 1
		LUN 0 a
		GROUP one {
			addr_method FLAT
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:x
		}
	}
}

TARGET_DRIVER scst_local {
}

DEVICE_GROUP d {
	DEVICE a
	TARGET_GROUP g {
		group_id 7
		state standby
		TARGET iqn.2026-11.com.example:t
		TARGET other {
			rel_tgt_id 8
		}
	}
}
--- stderr
lunward: error: targets/iscsi/iqn.2026-11.com.example:t: IncomingUser: *** is not legal: expected a user name and a secret, two words: the kernel drops what follows
--- run
T=iqn.2026-11.com.example:t
scstadmin -debug -add_group two -driver iscsi -target $T $LIVE | sed "s/DBG([0-9]*)/DBG(PID)/"
scstadmin -debug -noprompt -set_scst_attr -attributes threads=9,suspend=1 $LIVE | sed "s/DBG([0-9]*)/DBG(PID)/"
scstadmin -debug -add_tgt_attr $T -driver iscsi -attributes "IncomingUser=joe 12charsecret" $LIVE | sed "s/DBG([0-9]*)/DBG(PID)/"
scstadmin -issue_lip $LIVE
scstadmin -issue_lip $T -driver iscsi -no_lip $LIVE
scstadmin -add_lun 5 -device a -driver iscsi -target $T -lip $LIVE
scstadmin -list_lun_attr 5 -driver iscsi -target $T -nonkey $LIVE
--- stdout

Collecting current configuration: done.


-> Making requested changes.
DBG(PID): @DIR@/sim/scst_tgt/targets/iscsi/iqn.2026-11.com.example:t/ini_groups/mgmt -> create two
	-> Adding new group 'two' to driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Done.

All done.

Collecting current configuration: done.


-> Making requested changes.
DBG(PID): @DIR@/sim/scst_tgt/threads -> 9
	-> Setting SCST attribute 'threads' to value '9': done.
DBG(PID): @DIR@/sim/scst_tgt// -> 1
	-> Setting SCST attribute 'suspend' to value '1': done.
	-> Done, 2 change(s) made.

All done.

Collecting current configuration: done.


-> Making requested changes.
DBG(PID): @DIR@/sim/scst_tgt/targets/iscsi/mgmt -> add_target_attribute iqn.2026-11.com.example:t IncomingUser joe ***
	-> Adding target attribute 'IncomingUser' with value 'joe ***' for driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Done.

All done.

Collecting current configuration: done.


-> Making requested changes.
	-> Driver/target 'copy_manager/copy_manager_tgt' has no 'host' attribute, ignoring.
	-> Driver/target 'iscsi/iqn.2026-11.com.example:t' has no 'host' attribute, ignoring.
	-> Done.

All done.

Collecting current configuration: done.


-> Making requested changes.
	-> Done.

All done.

Collecting current configuration: done.


-> Making requested changes.
	-> Adding device 'a' at LUN 5 to driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Driver/target is not a fibre channel target, ignoring.
	-> Done.

All done.

Collecting current configuration: done.

	Attribute     Value     Writable      KEY
	-----------------------------------------
	device        a         No            No 
	read_only     0         No            No 

All done.
--- run
scstadmin -dumpAttrs $LIVE | sed -n '1,8p;/^Device f/,$p'
--- stdout

Collecting current configuration: done.

SCST attributes:
$VAR1 = {
          'async_lun_replace' => {
                                   'value' => '0',
                                   'static' => 0
Device f attributes:
$VAR1 = {
          'active' => {
                        'value' => '1',
                        'static' => 0
                      },
          'async' => {
                       'value' => '0',
                       'static' => 0
                     },
          'bind_alua_state' => {
                                 'value' => '0',
                                 'static' => 0
                               },
          'block' => {
                       'value' => '0 0',
                       'static' => 0
                     },
          'blocksize' => {
                           'value' => '512',
                           'static' => 1
                         },
          'cluster_mode' => {
                              'value' => '0',
                              'static' => 0
                            },
          'dump_prs' => {
                          'value' => undef,
                          'static' => 0
                        },
          'eui64_id' => {
                          'value' => '',
                          'static' => 0
                        },
          'expl_alua' => {
                           'value' => '0',
                           'static' => 0
                         },
          'exported' => {
                          'value' => undef,
                          'static' => 0
                        },
          'filename' => {
                          'keys' => {
                                      '0' => {
                                               'value' => '/srv/a.img'
                                             }
                                    },
                          'static' => 0
                        },
          'handler' => {
                         'value' => 'vdisk_fileio',
                         'static' => 1
                       },
          'inq_vend_specific' => {
                                   'value' => '',
                                   'static' => 0
                                 },
          'lb_per_pb_exp' => {
                               'value' => '1',
                               'static' => 0
                             },
          'max_tgt_dev_commands' => {
                                      'value' => '64',
                                      'static' => 0
                                    },
          'naa_id' => {
                        'value' => '',
                        'static' => 0
                      },
          'numa_node_id' => {
                              'value' => '-1',
                              'static' => 0
                            },
          'nv_cache' => {
                          'value' => '0',
                          'static' => 1
                        },
          'o_direct' => {
                          'value' => '0',
                          'static' => 1
                        },
          'opt_trans_len' => {
                               'value' => '524288',
                               'static' => 0
                             },
          'pr_file_name' => {
                              'value' => '/var/lib/scst/pr/f',
                              'static' => 0
                            },
          'pr_state' => {
                          'value' => 'version 1',
                          'static' => 0
                        },
          'prod_id' => {
                         'value' => 'f',
                         'static' => 0
                       },
          'prod_rev_lvl' => {
                              'value' => '3110',
                              'static' => 0
                            },
          'read_only' => {
                           'value' => '0',
                           'static' => 1
                         },
          'removable' => {
                           'value' => '0',
                           'static' => 1
                         },
          'resync_size' => {
                             'value' => undef,
                             'static' => 0
                           },
          'rotational' => {
                            'value' => '1',
                            'static' => 1
                          },
          'scsi_device_name' => {
                                  'value' => '',
                                  'static' => 0
                                },
          'size' => {
                      'keys' => {
                                  '0' => {
                                           'value' => '1048576'
                                         }
                                },
                      'static' => 1
                    },
          'size_mb' => {
                         'value' => '1',
                         'static' => 1
                       },
          'sync' => {
                      'value' => undef,
                      'static' => 0
                    },
          't10_dev_id' => {
                            'value' => 'e9537434-f',
                            'static' => 0
                          },
          't10_vend_id' => {
                             'value' => 'SCST_FIO',
                             'static' => 0
                           },
          'thin_provisioned' => {
                                  'value' => '0',
                                  'static' => 1
                                },
          'threads_num' => {
                             'keys' => {
                                         '0' => {
                                                  'value' => '4'
                                                }
                                       },
                             'static' => 0
                           },
          'threads_pool_type' => {
                                   'value' => 'per_initiator',
                                   'static' => 0
                                 },
          'tst' => {
                     'value' => '1',
                     'static' => 1
                   },
          'type' => {
                      'value' => '0',
                      'static' => 1
                    },
          'type_string' => {
                             'value' => 'Direct-access device (e.g., magnetic disk)',
                             'static' => 1
                           },
          'usn' => {
                     'value' => 'e9537434',
                     'static' => 0
                   },
          'vend_specific_id' => {
                                  'value' => 'e9537434-f',
                                  'static' => 0
                                },
          'write_through' => {
                               'value' => '0',
                               'static' => 1
                             }
        };
$VAR2 = undef;
Device a attributes:
$VAR1 = {
          'block' => {
                       'value' => '0 0',
                       'static' => 0
                     },
          'blocksize' => {
                           'value' => '512',
                           'static' => 1
                         },
          'cluster_mode' => {
                              'value' => '0',
                              'static' => 0
                            },
          'dummy' => {
                       'keys' => {
                                   '0' => {
                                            'value' => '1'
                                          }
                                 },
                       'static' => 1
                     },
          'dump_prs' => {
                          'value' => undef,
                          'static' => 0
                        },
          'eui64_id' => {
                          'value' => '',
                          'static' => 0
                        },
          'handler' => {
                         'value' => 'vdisk_nullio',
                         'static' => 1
                       },
          'inq_vend_specific' => {
                                   'value' => '',
                                   'static' => 0
                                 },
          'max_tgt_dev_commands' => {
                                      'value' => '64',
                                      'static' => 0
                                    },
          'naa_id' => {
                        'value' => '',
                        'static' => 0
                      },
          'numa_node_id' => {
                              'value' => '-1',
                              'static' => 0
                            },
          'opt_trans_len' => {
                               'value' => '524288',
                               'static' => 0
                             },
          'pr_file_name' => {
                              'value' => '/var/lib/scst/pr/a',
                              'static' => 0
                            },
          'pr_state' => {
                          'value' => 'version 1',
                          'static' => 0
                        },
          'prod_id' => {
                         'value' => 'a',
                         'static' => 0
                       },
          'prod_rev_lvl' => {
                              'value' => '3110',
                              'static' => 0
                            },
          'read_only' => {
                           'value' => '0',
                           'static' => 1
                         },
          'read_zero' => {
                           'value' => '0',
                           'static' => 0
                         },
          'removable' => {
                           'value' => '0',
                           'static' => 1
                         },
          'rotational' => {
                            'value' => '1',
                            'static' => 1
                          },
          'scsi_device_name' => {
                                  'value' => '',
                                  'static' => 0
                                },
          'size' => {
                      'value' => '2748779069440',
                      'static' => 0
                    },
          'size_mb' => {
                         'value' => '2621440',
                         'static' => 0
                       },
          't10_dev_id' => {
                            'value' => '933ebd71-a',
                            'static' => 0
                          },
          't10_vend_id' => {
                             'value' => 'SCST_FIO',
                             'static' => 0
                           },
          'threads_num' => {
                             'value' => '1',
                             'static' => 0
                           },
          'threads_pool_type' => {
                                   'value' => 'per_initiator',
                                   'static' => 0
                                 },
          'tst' => {
                     'value' => '1',
                     'static' => 1
                   },
          'type' => {
                      'value' => '0',
                      'static' => 1
                    },
          'type_string' => {
                             'value' => 'Direct-access device (e.g., magnetic disk)',
                             'static' => 1
                           },
          'usn' => {
                     'value' => '933ebd71',
                     'static' => 0
                   },
          'vend_specific_id' => {
                                  'value' => '933ebd71-a',
                                  'static' => 0
                                }
        };
$VAR2 = undef;

All done.
