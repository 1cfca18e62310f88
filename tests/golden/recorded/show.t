A recorded kernel is a configuration: it can be shown in the language of its engine, and planned from.
--- run
trace=$CASE_DIR/../../traces/scst/20-iscsi-targets.txt
lunward check "$trace" | sed 's/.*: //'
lunward show --show-secrets "$trace" >now.conf && lunward check now.conf
lunward plan --from "$trace" now.conf
lunward show --show-secrets now.conf | cmp - now.conf
--- stdout
ok
now.conf: ok
Nothing to do.
--- run
lunward show "$CASE_DIR/../../traces/scst/20-iscsi-targets.txt" | sed -n '/^TARGET_DRIVER iscsi/,/^}/p'
--- stdout
TARGET_DRIVER iscsi {
	IncomingUser "ann ***"
	IncomingUser "joe ***"
	OutgoingUser "bob ***"
	enabled 1
	iSNSServer ""
	internal_portal ""
	isns_entity_name ent1
	link_local 0
	TARGET iqn.2026-01.example:t1 {
		DataDigest CRC32C
		FirstBurstLength 65536
		HeaderDigest None,CRC32C
		ImmediateData No
		IncomingUser "joe2 ***"
		IncomingUser "joe3 ***"
		InitialR2T No
		MaxBurstLength 65536
		MaxOutstandingR2T 32
		MaxRecvDataSegmentLength 1048576
		MaxSessions 3
		MaxXmitDataSegmentLength 1048576
		NopInInterval 15
		NopInTimeout 30
		OutgoingUser "out1 ***"
		QueuedCommands 64
		RDMAExtensions No
		RspTimeout 45
		addr_method PERIPHERAL
		aen_disabled 0
		alias "my alias"
		allowed_portal 10.0.0.*
		allowed_portal 127.0.0.1
		comment "some words here"
		cpu_mask 3
		enabled 1
		forward_dst 0
		forward_src 0
		io_grouping_type auto
		per_portal_acl 1
		redirect ""
		rel_tgt_id 17
		LUN 0 disk1 {
			read_only 0
		}
		LUN 1 disk2 {
			read_only 1
		}
		LUN 5 null1 {
			read_only 0
		}
		LUN 7 cd1 {
			read_only 1
		}
		LUN 300 0:0:0:0 {
			read_only 0
		}
		GROUP g1 {
			addr_method FLAT
			cpu_mask 1
			io_grouping_type this_group_only
			per_sess_dedicated_tgt_threads 0
			LUN 0 disk3 {
				read_only 1
			}
			LUN 1 null2 {
				read_only 0
			}
			INITIATOR iqn.2026-01.example:host*
			INITIATOR iqn.2026-01.example:host1
		}
		GROUP g2 {
			addr_method PERIPHERAL
			cpu_mask 3
			io_grouping_type auto
			per_sess_dedicated_tgt_threads 0
			INITIATOR !iqn.2026-01.other:*
		}
	}
	TARGET iqn.2026-01.example:t2 {
		DataDigest None
		FirstBurstLength 65536
		HeaderDigest None
		ImmediateData Yes
		InitialR2T No
		MaxBurstLength 1048576
		MaxOutstandingR2T 32
		MaxRecvDataSegmentLength 1048576
		MaxSessions 0
		MaxXmitDataSegmentLength 1048576
		NopInInterval 30
		NopInTimeout 30
		QueuedCommands 32
		RDMAExtensions No
		RspTimeout 90
		addr_method PERIPHERAL
		aen_disabled 0
		alias ""
		comment ""
		cpu_mask 3
		enabled 1
		forward_dst 0
		forward_src 0
		io_grouping_type auto
		per_portal_acl 0
		redirect ""
		rel_tgt_id 1
	}
}
