However it was written, the canonical form is one; showing it again gives the same bytes.
--- file store.conf
# comments are not kept
TARGET_DRIVER iscsi {
    enabled 1
    TARGET iqn.2026-11.com.example:store
    {
        LUN 0x10 b
        LUN 2 a {
            read_only 1
        }
        HeaderDigest CRC32C,None
        IncomingUser "bob  secret-of-bob-1"
        IncomingUser "alice secret#of#alice"
        GROUP web {
            LUN 0 a
            INITIATOR iqn.1993-08.org.debian:01:*\#192.0.2.10
        }
        enabled 1
        rel_tgt_id 0x7
    }
}
HANDLER vdisk_fileio {
    DEVICE b {
        filename /srv/b.img # here
        prod_id "Cold Archive"
        naa_id 6001405F00000000000000000000DB01
    }
    DEVICE a {
        blocksize 4096
        filename /srv/a.img
    }
}
setup_id 33
--- run
lunward show store.conf
--- stdout
setup_id 0x21

HANDLER vdisk_fileio {
	DEVICE a {
		blocksize 4096
		filename /srv/a.img
	}
	DEVICE b {
		filename /srv/b.img
		naa_id 0x6001405f00000000000000000000db01
		prod_id "Cold Archive"
	}
}

TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:store {
		HeaderDigest None,CRC32C
		IncomingUser "alice ***"
		IncomingUser "bob ***"
		enabled 1
		rel_tgt_id 7
		LUN 2 a {
			read_only 1
		}
		LUN 16 b
		GROUP web {
			LUN 0 a
			INITIATOR iqn.1993-08.org.debian:01:*\#192.0.2.10
		}
	}
}
--- stderr
store.conf:4:5: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
store.conf:5:5: warning: scstadmin drops what is in a block whose '{' stands on the next line
  hint: put the '{' on the line before
store.conf:6:13: warning: LUN 0x10 is read as LUN 16; scstadmin would not find it again in the kernel
  hint: write it as a decimal number
store.conf:12:35: warning: # in quotes is part of the value; scstadmin cuts here and deletes the character before
  hint: write \#
--- run
lunward show --show-secrets store.conf >once && lunward show --show-secrets once >twice && cmp once twice
lunward diff store.conf once
grep -n alice once
--- stdout
Nothing to do.
19:		IncomingUser "alice secret\#of\#alice"
--- stderr
store.conf:4:5: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
store.conf:5:5: warning: scstadmin drops what is in a block whose '{' stands on the next line
  hint: put the '{' on the line before
store.conf:6:13: warning: LUN 0x10 is read as LUN 16; scstadmin would not find it again in the kernel
  hint: write it as a decimal number
store.conf:12:35: warning: # in quotes is part of the value; scstadmin cuts here and deletes the character before
  hint: write \#
once:17:2: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
store.conf:4:5: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
store.conf:5:5: warning: scstadmin drops what is in a block whose '{' stands on the next line
  hint: put the '{' on the line before
store.conf:6:13: warning: LUN 0x10 is read as LUN 16; scstadmin would not find it again in the kernel
  hint: write it as a decimal number
store.conf:12:35: warning: # in quotes is part of the value; scstadmin cuts here and deletes the character before
  hint: write \#
once:17:2: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
--- run
lunward show --show-secrets -o json store.conf >tree && lunward diff tree store.conf
lunward show --show-secrets tree >again && cmp tree again
--- stdout
Nothing to do.
--- stderr
store.conf:4:5: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
store.conf:5:5: warning: scstadmin drops what is in a block whose '{' stands on the next line
  hint: put the '{' on the line before
store.conf:6:13: warning: LUN 0x10 is read as LUN 16; scstadmin would not find it again in the kernel
  hint: write it as a decimal number
store.conf:12:35: warning: # in quotes is part of the value; scstadmin cuts here and deletes the character before
  hint: write \#
store.conf:4:5: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
store.conf:5:5: warning: scstadmin drops what is in a block whose '{' stands on the next line
  hint: put the '{' on the line before
store.conf:6:13: warning: LUN 0x10 is read as LUN 16; scstadmin would not find it again in the kernel
  hint: write it as a decimal number
store.conf:12:35: warning: # in quotes is part of the value; scstadmin cuts here and deletes the character before
  hint: write \#
tree:16:9: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
tree:16:9: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
--- run
lunward show -o json store.conf
--- stdout
{
  "lunward": "tree",
  "version": 1,
  "schema": "scst",
  "masked": true,
  "attributes": {
    "setup_id": "0x21"
  },
  "children": [
    {
      "kind": "iscsi_driver",
      "name": "iscsi",
      "attributes": {
        "enabled": "1"
      },
      "children": [
        {
          "kind": "iscsi_target",
          "name": "iqn.2026-11.com.example:store",
          "attributes": {
            "HeaderDigest": "None,CRC32C",
            "IncomingUser": [
              "bob ***",
              "alice ***"
            ],
            "enabled": "1",
            "rel_tgt_id": "7"
          },
          "children": [
            {
              "kind": "lun",
              "name": "16",
              "ref": "handlers/vdisk_fileio/b"
            },
            {
              "kind": "lun",
              "name": "2",
              "ref": "handlers/vdisk_fileio/a",
              "attributes": {
                "read_only": "1"
              }
            },
            {
              "kind": "group",
              "name": "web",
              "children": [
                {
                  "kind": "lun",
                  "name": "0",
                  "ref": "handlers/vdisk_fileio/a"
                },
                {
                  "kind": "initiator",
                  "name": "iqn.1993-08.org.debian:01:*#192.0.2.10"
                }
              ]
            }
          ]
        }
      ]
    },
    {
      "kind": "fileio_handler",
      "name": "vdisk_fileio",
      "children": [
        {
          "kind": "fileio_device",
          "name": "b",
          "attributes": {
            "filename": "/srv/b.img",
            "naa_id": "0x6001405f00000000000000000000db01",
            "prod_id": "Cold Archive"
          }
        },
        {
          "kind": "fileio_device",
          "name": "a",
          "attributes": {
            "blocksize": "4096",
            "filename": "/srv/a.img"
          }
        }
      ]
    }
  ]
}
--- stderr
store.conf:4:5: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
store.conf:5:5: warning: scstadmin drops what is in a block whose '{' stands on the next line
  hint: put the '{' on the line before
store.conf:6:13: warning: LUN 0x10 is read as LUN 16; scstadmin would not find it again in the kernel
  hint: write it as a decimal number
store.conf:12:35: warning: # in quotes is part of the value; scstadmin cuts here and deletes the character before
  hint: write \#
