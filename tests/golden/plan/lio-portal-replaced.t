One portal for another: the new one is there before the old one goes, when all that is narrowed is, and before anything
is widened. Where the kernel does not take both, the old one goes first.
--- file a.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-a", "udev_path": "/srv/a.img"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"enable": "1", "generate_node_acls": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "portal", "name": "192.0.2.2:3260"},
        {"kind": "lun", "name": "0", "ref": "fileio/a"},
        {"kind": "lun", "name": "1", "ref": "fileio/a"}]}]}]}]}
--- run
sed 's/192.0.2.1:3260/192.0.2.9:3260/; s/192.0.2.2:3260/192.0.2.8:3261/; s/"name": "1", "ref"/"name": "2", "ref"/' a.json >b.json
lunward plan --from a.json b.json
sed 's/192.0.2.1:3260/0.0.0.0:3260/; s/192.0.2.2:3260/192.0.2.2:3261/' a.json >c.json
lunward plan --from a.json c.json
--- stdout
- delete iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/1 storage-object=a [drops, export] (b.json:5)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/np/192.0.2.9:3260 [none] (b.json:6)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/np/192.0.2.8:3261 [none] (b.json:7)
- delete iscsi/iqn.2026-11.com.example:t/tpgt/1/np/192.0.2.1:3260 [none] (b.json:5)
- delete iscsi/iqn.2026-11.com.example:t/tpgt/1/np/192.0.2.2:3260 [none] (b.json:5)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/2 storage-object=a [disturbs, export] (b.json:9)
note: iscsi/iqn.2026-11.com.example:t/tpgt/1: live sessions keep their access until they log in again
Plan: 3 to create, 0 to change, 3 to delete; 1 operation disturbs sessions, 1 drops them.
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/np/192.0.2.2:3261 [none] (c.json:7)
- delete iscsi/iqn.2026-11.com.example:t/tpgt/1/np/192.0.2.1:3260 [none] (c.json:5)
- delete iscsi/iqn.2026-11.com.example:t/tpgt/1/np/192.0.2.2:3260 [none] (c.json:5)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/np/0.0.0.0:3260 [none] (c.json:6)
note: iscsi/iqn.2026-11.com.example:t/tpgt/1: live sessions keep their access until they log in again
Plan: 2 to create, 0 to change, 2 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
