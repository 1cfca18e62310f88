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
Nothing to do.
