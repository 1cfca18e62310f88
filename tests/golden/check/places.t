Mistakes of the language come all at once, in the order of the text, with their places.
--- file bad.conf
# a broken one
HANDLER vdisk_fileio {
    DEVICE a {
        filename /srv/a.img
    }
    DEVICE a {
        filename /srv/other.img
    }
    DEVICE b { filename /srv/b.img }
}
TARGET_DRIVER iscsi {
    TARGET iqn.2026-11.com.example:store {
        LUN zero a
        LUN 0 b
        LUN 0 a
        enabled 1
    }
    TARGT x {
    }
--- run
lunward check bad.conf
--- stderr
bad.conf:6:5: error: DEVICE a is declared in line 3 already
  hint: make one block of the two: scstadmin would forget the first
bad.conf:9:36: error: expected a newline before '}'
  hint: put the '}' on a line of its own: scstadmin drops what stands before it
bad.conf:13:13: error: expected a number after 'LUN', found 'zero'
bad.conf:15:9: error: LUN 0 is 'b' already, in line 14
bad.conf:18:5: error: 'TARGT' is no keyword, but a block follows
  hint: did you mean TARGET?
bad.conf:20:1: error: expected '}' before the end of the text: TARGET_DRIVER iscsi, opened in line 11, is not closed
lunward: 6 errors
--- exit 2
--- run
lunward show bad.conf
--- stderr
bad.conf:6:5: error: DEVICE a is declared in line 3 already
  hint: make one block of the two: scstadmin would forget the first
bad.conf:9:36: error: expected a newline before '}'
  hint: put the '}' on a line of its own: scstadmin drops what stands before it
bad.conf:13:13: error: expected a number after 'LUN', found 'zero'
bad.conf:15:9: error: LUN 0 is 'b' already, in line 14
bad.conf:18:5: error: 'TARGT' is no keyword, but a block follows
  hint: did you mean TARGET?
bad.conf:20:1: error: expected '}' before the end of the text: TARGET_DRIVER iscsi, opened in line 11, is not closed
lunward: 6 errors
--- exit 2
--- run
printf "" >empty.conf; lunward plan --from empty.conf bad.conf 2>&1 | tail -n 1
--- stdout
lunward: 6 errors
