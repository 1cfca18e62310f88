/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers of the LIO vocabulary's kinds. A storage object is known by plugin and name: the number of its HBA directory is
 * free to change, so it is a locator of the engine's. TPGs come in three kinds: with portals and a switch (iSCSI), with a
 * nexus (loopback and the like), and all others.
 */
#ifndef LW_SCHEMA_LIO_KINDS_H
#define LW_SCHEMA_LIO_KINDS_H

#include "model/schema/schema.h"

enum lio_kind {
	LIO_ROOT,
	LIO_FILEIO,
	LIO_IBLOCK,
	LIO_RAMDISK,
	LIO_PSCSI,
	LIO_USER,
	LIO_ALUA_GROUP,
	LIO_ISCSI_FABRIC,
	LIO_LOOPBACK_FABRIC,
	LIO_OTHER_FABRIC,
	LIO_TARGET,
	LIO_LOOPBACK_TARGET,
	LIO_OTHER_TARGET,
	LIO_TPG,
	LIO_LOOPBACK_TPG,
	LIO_OTHER_TPG,
	LIO_PORTAL,
	LIO_LUN,
	LIO_LUN_ALUA,
	LIO_ACL,
	LIO_MAPPED_LUN,
	LIO_NKIND
};

#define LIO_STORAGE \
	(LW_KIND(LIO_FILEIO) | LW_KIND(LIO_IBLOCK) | LW_KIND(LIO_RAMDISK) | LW_KIND(LIO_PSCSI) | \
	 LW_KIND(LIO_USER))
#define LIO_TPGS (LW_KIND(LIO_TPG) | LW_KIND(LIO_LOOPBACK_TPG) | LW_KIND(LIO_OTHER_TPG))

#endif
