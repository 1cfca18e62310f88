The kernel's own target for copies has no switch: nothing is said of switching it off.
--- file a.conf
TARGET_DRIVER copy_manager {
	TARGET copy_manager_tgt {
		addr_method FLAT
	}
}
--- file b.conf
TARGET_DRIVER scst_local {
}
--- run
lunward plan --prune=all --from a.conf b.conf
--- stdout
~ set targets/copy_manager/copy_manager_tgt addr_method: FLAT -> PERIPHERAL (default) [none] because the file does not name it
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
