A ramdisk has whole pages, one at least: a size that comes to as many is the same disk, and its data stay. One that does
not is another disk.
--- file a.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "ramdisk_so", "name": "a", "attributes": {"size": "4096", "vpd_unit_serial": "serial-of-a"}},
  {"kind": "ramdisk_so", "name": "b", "attributes": {"size": "8192", "vpd_unit_serial": "serial-of-b"}}]}
--- file b.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "ramdisk_so", "name": "a", "attributes": {"size": "1", "vpd_unit_serial": "serial-of-a"}},
  {"kind": "ramdisk_so", "name": "b", "attributes": {"size": "8000", "vpd_unit_serial": "serial-of-b"}}]}
--- file c.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "ramdisk_so", "name": "a", "attributes": {"size": "4097", "vpd_unit_serial": "serial-of-a"}},
  {"kind": "ramdisk_so", "name": "b", "attributes": {"size": "12000", "vpd_unit_serial": "serial-of-b"}}]}
--- run
lunward plan --from a.json b.json
--- stdout
Nothing to do.
--- run
lunward plan --from a.json c.json
--- stdout
- delete rd_mcp/b [loses, referrers] because size can be given at creation only (c.json:3)
+ create rd_mcp/b size=12288 [none] because size can be given at creation only (c.json:3)
~ set rd_mcp/b vpd_unit_serial: ? -> serial-of-b [none] (c.json:3)
Plan: 0 to create, 0 to change, 0 to delete, 1 to re-create; 0 operations disturb sessions, 0 drop them, 1 loses data or reservations.
--- exit 3
