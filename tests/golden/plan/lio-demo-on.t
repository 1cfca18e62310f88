Demo mode turns cache_dynamic_acls on and holds it there: a file that says so gets what it wants, one that says otherwise
is told. Nobody loses his session by it; he does when it is switched off, as far as is known.
--- file off.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-a", "udev_path": "/srv/a.img"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"generate_node_acls": "0", "cache_dynamic_acls": "0", "authentication": "0", "enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "fileio/a"}]}]}]}]}
--- file kept.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-a", "udev_path": "/srv/a.img"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"generate_node_acls": "0", "cache_dynamic_acls": "1", "authentication": "0", "enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "fileio/a"}]}]}]}]}
--- file on.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-a", "udev_path": "/srv/a.img"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"generate_node_acls": "1", "cache_dynamic_acls": "1", "authentication": "0", "enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "fileio/a"}]}]}]}]}
--- file other.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-a", "udev_path": "/srv/a.img"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"generate_node_acls": "1", "cache_dynamic_acls": "0", "authentication": "0", "enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "fileio/a"}]}]}]}]}
--- run
lunward plan --from off.json on.json
--- stdout
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1 generate_node_acls: 0 -> 1 [none] (on.json:5)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
--- run
lunward plan --from off.json other.json
--- stdout
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1 generate_node_acls: 0 -> 1 [none] (other.json:5)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
other.json:5:78: warning: cache_dynamic_acls cannot have this value as long as another attribute of the node holds it
--- exit 3
--- run
lunward plan --from on.json other.json
--- stdout
Nothing to do.
--- stderr
other.json:5:78: warning: cache_dynamic_acls cannot have this value as long as another attribute of the node holds it
--- run
lunward plan --from on.json kept.json
--- stdout
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1 generate_node_acls: 1 -> 0 [drops, export] (kept.json:5)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 1 drops them.
--- exit 3
