The first group that matches wins: whoever is caught by a pattern before never gets to a later group.
--- file order.conf
HANDLER vdisk_nullio {
    DEVICE a
    DEVICE b
}
TARGET_DRIVER iscsi {
    TARGET iqn.2026-11.com.example:all-first {
        GROUP all {
            LUN 0 a
            INITIATOR *
        }
        GROUP one {
            LUN 0 b
            INITIATOR iqn.2026-11.com.example:h1
            INITIATOR iqn.2026-11.com.example:x*
        }
    }
    TARGET iqn.2026-11.com.example:all-last {
        GROUP one {
            LUN 0 b
            INITIATOR iqn.2026-11.com.example:h1
        }
        GROUP all {
            LUN 0 a
            INITIATOR *
        }
    }
    TARGET iqn.2026-11.com.example:all-but {
        GROUP others {
            LUN 0 a
            INITIATOR !*:h1
        }
        GROUP one {
            LUN 0 b
            INITIATOR iqn.2026-11.com.example:h1
            INITIATOR iqn.2026-11.com.example:h2
            INITIATOR *
        }
    }
}
--- run
lunward check order.conf
--- stdout
order.conf: ok
--- stderr
order.conf:13:13: warning: nobody gets here by this name: * of group all matches first
  hint: groups are searched in their order, so put this group before that one
order.conf:14:13: warning: nobody gets here by this name: * of group all matches first
  hint: groups are searched in their order, so put this group before that one
order.conf:35:13: warning: nobody gets here by this name: !*:h1 of group others matches first
  hint: groups are searched in their order, so put this group before that one
lunward: 3 warnings
