Mistakes of meaning, each with the place of what is wrong: values, references, what only one may have.
--- file bad.conf
HANDLER vdisk_fileio {
    DEVICE a {
        filename relative.img
        blocksize 1000
    }
    DEVICE b {
        filename /srv/b.img
        usn 0123456789012345678901234567890
    }
}
TARGET_DRIVER iscsi {
    TARGET iqn.2026-11.com.example:store {
        rel_tgt_id 70000
        IncomingUser "alice short"
        HeaderDigest CRC32
        LUN 0 a
        LUN 99999 a
        LUN 1 missing
        enabled 1
        GROUP one {
            LUN 0 b
            INITIATOR iqn.1993-08.org.debian:01:host1
        }
        GROUP two {
            LUN 0 b
            INITIATOR iqn.1993-08.org.debian:01:host1
        }
    }
    TARGET iqn.2026-11.com.example:other {
        rel_tgt_id 5
        enabled 1
    }
    TARGET iqn.2026-11.com.example:third {
        rel_tgt_id 5
        enabled 1
    }
}
--- run
lunward check bad.conf
--- stderr
bad.conf:3:9: error: filename: "relative.img" is not legal: expected an absolute path without blank, '=', ';' or control byte
bad.conf:4:9: error: blocksize: "1000" is not legal: expected a power of two, at least 512
bad.conf:8:9: error: usn: "0123456789012345678901234567890" is not legal: expected text of at most 20 bytes
bad.conf:11:1: warning: nobody can log in to its targets: the driver is off
  hint: write enabled 1 into its own block, too
bad.conf:13:9: error: rel_tgt_id: "70000" is not legal: expected a number from 0 to 65535
bad.conf:14:9: error: IncomingUser: *** is not legal: expected a user name and a secret of at least 12 bytes
bad.conf:15:9: error: HeaderDigest: "CRC32" is not legal: expected None, CRC32C, or both with a comma between
bad.conf:17:9: error: LUN number: "99999" is not legal: expected a number from 0 to 16383
bad.conf:18:9: error: there is no device "missing"
bad.conf:26:13: error: initiator "iqn.1993-08.org.debian:01:host1" is already in another group of the same target: targets/iscsi/iqn.2026-11.com.example:store/ini_groups/one/initiators/iqn.1993-08.org.debian:01:host1 (bad.conf:22:13)
bad.conf:34:9: error: rel_tgt_id "5" is taken by targets/iscsi/iqn.2026-11.com.example:other (bad.conf:30:9)
lunward: 10 errors, 1 warning
--- exit 2
