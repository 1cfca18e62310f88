The same values said in other words: blanks around an alias, the order of sets, the case of an address, the usual port, an
empty name for the default file. Nothing is done.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		dif_mode "scst|dev_check"
		dif_static_app_tag 0xFFFFFFFFFFFFFFFF
		pr_file_name ""
	}
}
TARGET_DRIVER iscsi {
	internal_portal "192.0.2.1 192.0.2.2"
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		alias " two words"
		redirect "192.0.2.7:3260 temp"
		allowed_portal FE80::1
		LUN 0 a
		GROUP g {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:h\\#192.0.2.*
		}
		enabled 1
	}
}
--- file b.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		dif_mode dev_check|SCST
		dif_static_app_tag 18446744073709551615
		pr_file_name /var/lib/scst/pr/a
	}
}
TARGET_DRIVER iscsi {
	internal_portal "192.0.2.2 192.0.2.1"
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		alias "two words"
		redirect "192.0.2.7 temp"
		allowed_portal fe80::1
		LUN 0 a
		GROUP g {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:h\#192.0.2.*
		}
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
Nothing to do.
