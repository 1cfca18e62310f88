Reservations stand in the storage object: who makes it again loses them, where it is exported. Without LUNs nobody can have
any, and what goes for good is lost as a unit.
--- file a.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "iblock_so", "name": "exported", "attributes": {"udev_path": "/dev/vg0/a", "vpd_unit_serial": "one"}},
  {"kind": "iblock_so", "name": "spare", "attributes": {"udev_path": "/dev/vg0/b", "vpd_unit_serial": "two"}},
  {"kind": "iblock_so", "name": "going", "attributes": {"udev_path": "/dev/vg0/c", "vpd_unit_serial": "three"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"enable": "1", "authentication": "0"}, "children": [
        {"kind": "lun", "name": "0", "ref": "iblock/exported"},
        {"kind": "lun", "name": "1", "ref": "iblock/going"}]}]}]}]}
--- file b.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "iblock_so", "name": "exported", "attributes": {"udev_path": "/dev/vg0/a", "vpd_unit_serial": "one", "readonly": "1"}},
  {"kind": "iblock_so", "name": "spare", "attributes": {"udev_path": "/dev/vg0/b", "vpd_unit_serial": "two", "readonly": "1"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"enable": "1", "authentication": "0"}, "children": [
        {"kind": "lun", "name": "0", "ref": "iblock/exported"}]}]}]}]}
--- run
lunward plan --from a.json b.json
--- stdout
- delete iblock/spare [none] because readonly can be given at creation only (b.json:3)
+ create iblock/spare readonly=1 udev_path=/dev/vg0/b [none] because readonly can be given at creation only (b.json:3)
~ set iblock/spare vpd_unit_serial: ? -> two [none] (b.json:3)
- delete iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0 storage-object=exported [drops, export] because iblock/exported is re-created (readonly) (b.json:7)
- delete iblock/exported [loses, referrers] because readonly can be given at creation only (b.json:2)
+ create iblock/exported readonly=1 udev_path=/dev/vg0/a [none] because readonly can be given at creation only (b.json:2)
~ set iblock/exported vpd_unit_serial: ? -> one [none] (b.json:2)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0 storage-object=exported [disturbs, export] because iblock/exported is re-created (readonly) (b.json:7)
- delete iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/1 storage-object=going [drops, export] (b.json:6)
- delete iblock/going [none]
Plan: 0 to create, 0 to change, 2 to delete, 3 to re-create; 1 operation disturbs sessions, 2 drop them, 1 loses data or reservations.
--- exit 3
