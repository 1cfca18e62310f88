The same said in other words: lists in another order, sizes with a unit, booleans as the kernel takes them, numbers with
zeros in front. Nothing to do.
--- file a.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-a", "udev_path": "/srv/a.img"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"HeaderDigest": "None,CRC32C", "DataDigest": "CRC32C,None", "AuthMethod": "None,CHAP", "authentication": "0", "enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "fileio/a"}]}]}]}]}
--- file b.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1G", "vpd_unit_serial": "serial-of-a", "udev_path": "/srv/a.img"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "01", "attributes": {"HeaderDigest": "CRC32C, None", "DataDigest": "None,CRC32C", "AuthMethod": "CHAP,None", "authentication": "no", "enable": "y"}, "children": [
        {"kind": "portal", "name": "192.000.002.001:03260"},
        {"kind": "lun", "name": "00", "ref": "fileio/a"}]}]}]}]}
--- run
lunward plan --from a.json b.json
--- stdout
Nothing to do.
