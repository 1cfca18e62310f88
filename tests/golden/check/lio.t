Mistakes that LIO would refuse half-way, and what it takes although nobody can have meant it.
--- file bad.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1G", "udev_path": "/srv/a.img", "vpd_unit_serial": "serial-of-a"}, "children": [
    {"kind": "so_alua", "name": "default_tg_pt_gp", "attributes": {"tg_pt_gp_id": "4"}}]},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "Bad_Name", "children": [
      {"kind": "tpg", "name": "1", "children": [
        {"kind": "portal", "name": "[fe80::1]:3260"},
        {"kind": "acl", "name": "host1", "attributes": {
          "userid": "NULL",
          "password": "NULL",
          "nopin_timeout": "2"}}]}]},
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"}]},
      {"kind": "tpg", "name": "2", "children": [
        {"kind": "portal", "name": "0.0.0.0:3260"}]},
      {"kind": "tpg", "name": "3", "children": [
        {"kind": "portal", "name": "192.0.2.1:3261"},
        {"kind": "portal", "name": "[::]:3261"}]}]}]},
  {"kind": "loopback_fabric", "name": "loopback", "children": [
    {"kind": "loopback_target", "name": "disks", "children": []},
    {"kind": "loopback_target", "name": "naa.5001405000000001", "children": [
      {"kind": "loopback_tpg", "name": "1", "attributes": {
        "nexus": "iqn.2026-11.com.example:x"}}]}]}]}
--- run
lunward check bad.json
--- stderr
bad.json:3:5: error: default_tg_pt_gp is the kernel's own group and cannot be made
  hint: leave it out: LUNs that are in no group are in it
bad.json:5:5: warning: bad_name is no iSCSI name: initiators may refuse it
  hint: names look like iqn.2024-05.net.example:disks, without _
bad.json:7:9: error: portal name: "[fe80::1]:3260" is not legal: expected a link-local address with its interface: [fe80::1%eth0]:3260
bad.json:8:9: warning: host1 is no iSCSI name: hardly any initiator can have it
  hint: names look like iqn.2024-05.net.example:disks, without _
bad.json:9:11: error: userid: "NULL" is not legal: expected a text, or nothing for none: the kernel takes NULL for none
bad.json:10:11: error: password: *** is not legal: expected a text, or nothing for none: the kernel takes NULL for none
bad.json:11:11: error: nopin_timeout: "2" is not legal: expected 0, or a number from 3 to 60
bad.json:14:9: error: portal 192.0.2.1:3260 is covered by iscsi/iqn.2026-11.com.example:t/tpgt/2/np/0.0.0.0:3260 (bad.json:16:9): the kernel does not listen at both
bad.json:18:9: warning: portal 192.0.2.1:3261 is covered by iscsi/iqn.2026-11.com.example:t/tpgt/3/np/[::0]:3261 (bad.json:19:9): the kernel does not listen at both
  hint: the kernel takes both only where net.ipv6.bindv6only is 1
bad.json:21:5: error: disks is no name of a target here: it has to begin with naa., fc. or iqn.
bad.json:24:9: error: nexus has to begin with naa., as the name of its target
lunward: 8 errors, 3 warnings
--- exit 2
