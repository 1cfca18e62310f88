A handler or driver that is not known may be somebody else's, so it is legal; but most likely it is mistyped, and then nothing of
what stands below is ever made. Its attributes are not told one by one.
--- file odd.conf
HANDLER vdisk_filio {
    DEVICE a {
        filename /srv/a.img
        anything 1
    }
}
HANDLER theirs {
    DEVICE b
}
TARGET_DRIVER ISCSI {
    enabled 1
    TARGET iqn.2026-11.com.example:store {
        IncomingUser "alice 123456789012"
        LUN 0 a
        enabled 1
    }
}
--- run
lunward check odd.conf
--- stdout
odd.conf: ok
--- stderr
odd.conf:1:1: warning: no handler of this name is known here
  hint: did you mean vdisk_fileio?
odd.conf:7:1: warning: no handler of this name is known here
odd.conf:10:1: warning: no driver of this name is known here
  hint: did you mean iscsi?
lunward: 3 warnings
