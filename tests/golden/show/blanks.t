Blanks at the ends of a value count where they are quoted, unless the value's holder strips them.
--- file blanks.conf
HANDLER vdisk_nullio {
    DEVICE a {
        prod_id   "a  "	 
        prod_rev_lvl a  	
        t10_vend_id " "
        usn "  x"
    }
}
TARGET_DRIVER iscsi {
    TARGET iqn.2026-11.com.example:store {
        alias " x "
        comment "	between tabs	"
    }
}
--- run
lunward show blanks.conf
--- stdout
HANDLER vdisk_nullio {
	DEVICE a {
		prod_id "a  "
		prod_rev_lvl a
		t10_vend_id " "
		usn "  x"
	}
}

TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:store {
		alias x
		comment "	between tabs	"
	}
}
--- run
lunward show blanks.conf >once && lunward show once >twice && cmp once twice
lunward diff blanks.conf once
--- stdout
Nothing to do.
