/* SPDX-License-Identifier: Apache-2.0 */
/* Cases of test_diff.c: name, what is there, what shall be there, the plan. */
/* clang-format off */
	{ "a new device and a new target: the switch comes last",
	  "boxes/x\n",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/0 -> boxes/x/a\n",
	  "create boxes/x/a\n"
	  "create boxes/x/b\n"
	  "create targets/t\n"
	  "create targets/t/luns/0\n"
	  "set targets/t enabled 0>1\n" },
	{ "what goes is switched off first, and takes all below along",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/0 -> boxes/x/a\n"
	  "targets/t/groups/g\n"
	  "targets/t/groups/g/initiators/i\n",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n",
	  "set targets/t enabled 1>0\n"
	  "delete targets/t/groups/g/initiators/i (implied)\n"
	  "delete targets/t/luns/0 (implied) [drops node]\n"
	  "delete targets/t/groups/g (implied) [disturbs engine]\n"
	  "delete targets/t [drops export]\n" },
	{ "another device behind a unit is swapped in place, the old one goes last",
	  "boxes/x/a file=/a\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/0 -> boxes/x/a\n",
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/0 -> boxes/x/b\n",
	  "create boxes/x/b\n"
	  "replace targets/t/luns/0 a>b [disturbs node]\n"
	  "delete boxes/x/a\n" },
	{ "read_only of a unit is a swap with the same device",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/0 -> boxes/x/a\n",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/0 read_only=1 -> boxes/x/a\n",
	  "replace targets/t/luns/0 a>a [disturbs node]\n" },
	{ "an attribute of creation takes the referrers along",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/0 -> boxes/x/a\n"
	  "targets/t/groups/g\n"
	  "targets/t/groups/g/luns/3 read_only=1 -> boxes/x/a\n"
	  "dgroups/d/devices/a\n",
	  "boxes/x/a file=/a blocksize=4096\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/0 -> boxes/x/a\n"
	  "targets/t/groups/g\n"
	  "targets/t/groups/g/luns/3 read_only=1 -> boxes/x/a\n"
	  "dgroups/d/devices/a\n",
	  "delete targets/t/groups/g/luns/3 (implied) [drops node]\n"
	  "delete targets/t/luns/0 (implied) [drops node]\n"
	  "delete dgroups/d/devices/a (implied)\n"
	  "delete boxes/x/a [drops referrers]\n"
	  "create boxes/x/a\n"
	  "create dgroups/d/devices/a\n"
	  "create targets/t/luns/0 [disturbs node]\n"
	  "create targets/t/groups/g/luns/3 [disturbs node]\n" },
	{ "what a re-created device had and nobody mentions, it keeps",
	  "boxes/x/a file=/a naa=0x6001 comment=mine\n",
	  "boxes/x/a file=/b\n"
	  "#asked boxes/x/a\n",
	  "delete boxes/x/a\n"
	  "create boxes/x/a\n"
	  "set boxes/x/a comment >mine\n"
	  "set boxes/x/a naa >0x6001\n" },
	{ "an attribute that nobody may refer to takes the referrers down, not the node",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/0 -> boxes/x/a\n",
	  "boxes/x/a file=/a serial=77\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/0 -> boxes/x/a\n"
	  "targets/t/luns/1 -> boxes/x/a\n",
	  "delete targets/t/luns/0 [drops node]\n"
	  "set boxes/x/a serial S-a>77\n"
	  "create targets/t/luns/0 [disturbs node]\n"
	  "create targets/t/luns/1 [disturbs node]\n" },
	{ "no longer declared: back to the default",
	  "boxes/x/a file=/a vendor=ACME mode=fast\n",
	  "boxes/x/a file=/a\n",
	  "set boxes/x/a mode fast>safe\n"
	  "set boxes/x/a vendor ACME>TEST\n" },
	{ "not mentioned and not known in full: left alone",
	  "boxes/x/a file=/a vendor=ACME mode=fast\n",
	  "boxes/x/a file=/a\n"
	  "#asked boxes/x/a\n",
	  "" },
	{ "a computed default needs no write",
	  "boxes/x/a file=/a\n",
	  "boxes/x/a file=/a serial=S-a\n",
	  "" },
	{ "never applied: neither compared nor written",
	  "/ suspend=0\n",
	  "/ suspend=5\n",
	  "" },
	{ "an initiator moves to a new group: it is filled first, the old one goes last",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/groups/g\n"
	  "targets/t/groups/g/luns/0 -> boxes/x/a\n"
	  "targets/t/groups/g/initiators/i\n",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/groups/h\n"
	  "targets/t/groups/h/luns/0 -> boxes/x/b\n"
	  "targets/t/groups/h/initiators/i\n",
	  "create targets/t/groups/h [disturbs engine]\n"
	  "create targets/t/groups/h/luns/0\n"
	  "move targets/t/groups/g/initiators/i to targets/t/groups/h [disturbs engine]\n"
	  "delete targets/t/groups/g/luns/0 (implied)\n"
	  "delete targets/t/groups/g [disturbs engine]\n" },
	{ "two initiators cross while both sets are swapped: the swaps are taken apart",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/groups/g\n"
	  "targets/t/groups/g/luns/0 -> boxes/x/a\n"
	  "targets/t/groups/g/initiators/i\n"
	  "targets/t/groups/h\n"
	  "targets/t/groups/h/luns/0 -> boxes/x/b\n"
	  "targets/t/groups/h/initiators/j\n",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/groups/g\n"
	  "targets/t/groups/g/luns/0 -> boxes/x/b\n"
	  "targets/t/groups/g/initiators/j\n"
	  "targets/t/groups/h\n"
	  "targets/t/groups/h/luns/0 -> boxes/x/a\n"
	  "targets/t/groups/h/initiators/i\n",
	  "delete targets/t/groups/g/luns/0 (degraded) [drops node]\n"
	  "delete targets/t/groups/h/luns/0 (degraded) [drops node]\n"
	  "move targets/t/groups/h/initiators/j to targets/t/groups/g [disturbs engine]\n"
	  "move targets/t/groups/g/initiators/i to targets/t/groups/h [disturbs engine]\n"
	  "create targets/t/groups/g/luns/0 (degraded) [disturbs node]\n"
	  "create targets/t/groups/h/luns/0 (degraded) [disturbs node]\n" },
	{ "one initiator leaves before its set is swapped, and comes when the new one is",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/groups/g\n"
	  "targets/t/groups/g/luns/0 -> boxes/x/a\n"
	  "targets/t/groups/g/initiators/i\n"
	  "targets/t/groups/h\n"
	  "targets/t/groups/h/luns/0 -> boxes/x/a\n",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/groups/g\n"
	  "targets/t/groups/g/luns/0 -> boxes/x/b\n"
	  "targets/t/groups/h\n"
	  "targets/t/groups/h/luns/0 -> boxes/x/b\n"
	  "targets/t/groups/h/initiators/i\n",
	  "replace targets/t/groups/h/luns/0 a>b [disturbs node]\n"
	  "move targets/t/groups/g/initiators/i to targets/t/groups/h [disturbs engine]\n"
	  "replace targets/t/groups/g/luns/0 a>b [disturbs node]\n" },
	{ "unique numbers swap over a free one",
	  "targets/t enabled=1 id=1\n"
	  "targets/u enabled=1 id=2\n",
	  "targets/t enabled=1 id=2\n"
	  "targets/u enabled=1 id=1\n",
	  "set targets/t id 1>65535 (temporary)\n"
	  "set targets/u id 2>1\n"
	  "set targets/t id 65535>2\n" },
	{ "unique numbers in a chain go from the end",
	  "targets/t enabled=1 id=1\n"
	  "targets/u enabled=1 id=2\n",
	  "targets/t enabled=1 id=2\n"
	  "targets/u enabled=1 id=3\n",
	  "set targets/u id 2>3\n"
	  "set targets/t id 1>2\n" },
	{ "a number is free once its holder is off",
	  "targets/t enabled=1 id=1\n"
	  "targets/u id=2\n",
	  "targets/t id=1\n"
	  "targets/u enabled=1 id=1\n",
	  "set targets/u id 2>1\n"
	  "set targets/t enabled 1>0\n"
	  "set targets/u enabled 0>1\n" },
	{ "a number that is not given up is a conflict",
	  "targets/t enabled=1 id=1\n",
	  "targets/t enabled=1\n"
	  "targets/u enabled=1 id=1\n"
	  "#asked targets/t\n",
	  "error: targets/u: id 1 is held by targets/t, which is left as it is\n" },
	{ "a password changes in place; as one entry stays, others go before new ones come",
	  "targets/t enabled=1 user+='joe old' user+='ann x'\n",
	  "targets/t enabled=1 user+='joe new' user+='bob y'\n",
	  "chval targets/t user joe old>joe new\n"
	  "delval targets/t user ann x>\n"
	  "addval targets/t user >bob y\n" },
	{ "no user stays: the new one comes first",
	  "targets/t enabled=1 user+='joe x'\n",
	  "targets/t enabled=1 user+='ann y'\n",
	  "addval targets/t user >ann y\n"
	  "delval targets/t user joe x>\n" },
	{ "one entry at most: the old one goes first",
	  "targets/t enabled=1 outuser+='joe x'\n",
	  "targets/t enabled=1 outuser+='ann y'\n",
	  "delval targets/t outuser joe x>\n"
	  "addval targets/t outuser >ann y\n" },
	{ "user and unit at once: the swap is taken apart",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1 user+='joe x'\n"
	  "targets/t/luns/0 -> boxes/x/a\n",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1 user+='ann y'\n"
	  "targets/t/luns/0 -> boxes/x/b\n",
	  "delete targets/t/luns/0 (degraded) [drops node]\n"
	  "addval targets/t user >ann y\n"
	  "delval targets/t user joe x>\n"
	  "create targets/t/luns/0 (degraded) [disturbs node]\n" },
	{ "users and portals at once: no safe order, so a bracket",
	  "targets/t enabled=1 user+='joe x' portal+=p1\n",
	  "targets/t enabled=1 user+='ann y' portal+=p2\n",
	  "close targets/t (temporary)\n"
	  "addval targets/t portal >p2\n"
	  "addval targets/t user >ann y\n"
	  "delval targets/t portal p1>\n"
	  "delval targets/t user joe x>\n"
	  "open targets/t (temporary)\n" },
	{ "while it is off anything goes",
	  "targets/t user+='joe x' portal+=p1\n",
	  "targets/t user+='ann y' portal+=p2\n",
	  "addval targets/t portal >p2\n"
	  "addval targets/t user >ann y\n"
	  "delval targets/t portal p1>\n"
	  "delval targets/t user joe x>\n" },
	{ "first user and first portal narrow, the last ones widen",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/0 -> boxes/x/a\n"
	  "targets/t/luns/1 -> boxes/x/b\n",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1 user+='joe x' portal+=p\n"
	  "targets/t/luns/0 -> boxes/x/a\n"
	  "targets/t/groups/g\n"
	  "targets/t/groups/g/luns/0 -> boxes/x/b\n"
	  "targets/t/groups/g/initiators/i\n",
	  "create targets/t/groups/g [disturbs engine]\n"
	  "create targets/t/groups/g/luns/0\n"
	  "delete targets/t/luns/1 [drops node]\n"
	  "addval targets/t portal >p\n"
	  "addval targets/t user >joe x\n"
	  "create targets/t/groups/g/initiators/i\n" },
	{ "and back",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1 user+='joe x' portal+=p\n"
	  "targets/t/luns/0 -> boxes/x/a\n"
	  "targets/t/groups/g\n"
	  "targets/t/groups/g/luns/0 -> boxes/x/b\n"
	  "targets/t/groups/g/initiators/i\n",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/0 -> boxes/x/a\n"
	  "targets/t/luns/1 -> boxes/x/b\n",
	  "delete targets/t/groups/g/initiators/i\n"
	  "delval targets/t portal p>\n"
	  "delval targets/t user joe x>\n"
	  "create targets/t/luns/1 [disturbs node]\n"
	  "delete targets/t/groups/g/luns/0 (implied)\n"
	  "delete targets/t/groups/g [disturbs engine]\n" },
	{ "a mapped unit is blocked: down before its unit, up after it",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/0 -> boxes/x/a\n"
	  "targets/t/groups/g\n"
	  "targets/t/groups/g/maps/7 -> targets/t/luns/0\n",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/5 -> boxes/x/a\n"
	  "targets/t/groups/g\n"
	  "targets/t/groups/g/maps/7 -> targets/t/luns/5\n",
	  "delete targets/t/groups/g/maps/7\n"
	  "delete targets/t/luns/0 [drops node]\n"
	  "create targets/t/luns/5 [disturbs node]\n"
	  "create targets/t/groups/g/maps/7\n" },
	{ "a member whose target is here now is made again as a reference",
	  "dgroups/d/targets/t\n",
	  "dgroups/d/targets/t -> targets/t\n"
	  "targets/t\n",
	  "create targets/t\n"
	  "delete dgroups/d/targets/t\n"
	  "create dgroups/d/targets/t\n" },
	{ "a member whose target goes is made again as a name",
	  "dgroups/d/targets/t -> targets/t\n"
	  "targets/t\n",
	  "dgroups/d/targets/t\n",
	  "delete dgroups/d/targets/t\n"
	  "delete targets/t\n"
	  "create dgroups/d/targets/t\n" },
	{ "a name moves to another box: the old one makes room",
	  "boxes/x/a file=/a\n"
	  "boxes/y\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/0 -> boxes/x/a\n",
	  "boxes/x\n"
	  "boxes/y/a file=/a\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/0 -> boxes/y/a\n",
	  "delete boxes/x/a [drops referrers]\n"
	  "create boxes/y/a\n"
	  "replace targets/t/luns/0 a>a (late) [drops node]\n" },
	{ "a device that closes is closed first, one that opens opens last",
	  "boxes/x/a file=/a\n"
	  "boxes/x/b file=/b active=0\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/0 -> boxes/x/a\n"
	  "targets/t/luns/1 -> boxes/x/b\n",
	  "boxes/x/a file=/a active=0\n"
	  "boxes/x/b file=/b\n"
	  "targets/t enabled=1\n"
	  "targets/t/luns/0 -> boxes/x/a\n"
	  "targets/t/luns/1 -> boxes/x/b\n",
	  "set boxes/x/a active 1>0 [drops referrers]\n"
	  "set boxes/x/b active 0>1\n" },
	{ "hardware is never deleted, but switched off",
	  "targets/hw0 enabled=1\n"
	  "targets/hw0/luns/0 -> boxes/x/a\n"
	  "boxes/x/a file=/a\n",
	  "boxes/x/a file=/a\n",
	  "set targets/hw0 enabled 1>0\n"
	  "delete targets/hw0/luns/0 [drops node]\n" },
	{ "several values of an attribute that nobody knows, declared in another order",
	  "targets/t yy=1 aa+=u aa+=v\n",
	  "targets/t aa+=v aa+=u yy=1\n",
	  "" },
/* clang-format on */
