Without its daemon the iSCSI driver shows no switch. Wanted, that asks for nothing; found, it is off.
--- file on.conf
TARGET_DRIVER iscsi {
	enabled 1
}
--- run
cp "$CASE_DIR/../../traces/scst/03-fresh.txt" fresh.txt
sed '/targets\/iscsi\/\(enabled\|iSNSServer\|internal_portal\|isns_entity_name\|link_local\)/d' fresh.txt >without.txt
lunward plan --from fresh.txt without.txt 2>/dev/null
--- stdout
Nothing to do.
--- run
lunward plan --from without.txt on.conf
lunward plan --from fresh.txt on.conf
--- stdout
~ set targets/iscsi enabled: 0 -> 1 [none] (on.conf:2)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
~ set targets/iscsi enabled: 0 -> 1 [none] (on.conf:2)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
