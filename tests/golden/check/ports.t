Ports: one with parent_host (NPIV) is made, and the kernel wants its node_name; HW_TARGET says that one exists. Addresses that nobody
can have are told where they stand.
--- file odd.conf
TARGET_DRIVER qla2x00t {
    TARGET 21:00:00:24:ff:00:00:01 {
        HW_TARGET
        node_name 20:00:00:24:FF:00:00:01
    }
    TARGET 21:00:00:24:ff:00:00:f1 {
        parent_host 21:00:00:24:ff:00:00:01
    }
    TARGET 21:00:00:24:ff:00:00:f2 {
        node_name 20:00:00:24:ff:00:00:f2
    }
    TARGET port0
}
TARGET_DRIVER iscsi {
    TARGET iqn.2026-11.com.example:store {
        HW_TARGET
        allowed_portal 10.0.0.30
        allowed_portal 10.0.0.300
        enabled 1
    }
}
--- run
lunward check odd.conf
--- stderr
odd.conf:7:9: error: a port with parent_host (NPIV) needs node_name
odd.conf:7:9: warning: 21:00:00:24:ff:00:00:01, which it is made on, is off: the kernel will refuse it
  hint: write enabled 1 into the block of that port
odd.conf:10:9: warning: node_name alone makes no port
  hint: add parent_host for an NPIV port, HW_TARGET for one that exists
odd.conf:12:5: warning: port0 is no world wide port name
  hint: names look like 21:00:00:24:ff:00:00:01
odd.conf:14:1: warning: nobody can log in to its targets: the driver is off
  hint: write enabled 1 into its own block, too
odd.conf:16:9: warning: HW_TARGET is for ports that exist by hardware
  hint: remove it
odd.conf:18:9: warning: allowed_portal 10.0.0.300 is no IP address: nobody can log in there
lunward: 1 error, 6 warnings
--- exit 2
