/* SPDX-License-Identifier: Apache-2.0 */
/* Types of values that only SCST has. What the kernel's mgmt grammar cannot express is refused here, with the reason. */
#ifndef LW_SCHEMA_SCST_TYPES_H
#define LW_SCHEMA_SCST_TYPES_H

#include "model/schema/type.h"

/*
 * Names (scst_names.c): one word of a mgmt command, so without blank, '=', ';' and '/'. A device's has no '.' either; a
 * port's (WWPN, GID) is lower case; an initiator's may be a pattern with * ? and a leading !, and loses the backslashes that
 * old files put before # and *.
 */
extern const struct lw_type lw_scst_name;
extern const struct lw_type lw_scst_device_name;
extern const struct lw_type lw_scst_port_name;
extern const struct lw_type lw_scst_wwn; /* 21:00:00:24:ff:00:00:01 */
bool lw_scst_is_wwn(const char *text, size_t len);
extern const struct lw_type lw_scst_hcil; /* host:channel:id:lun of a SCSI device */
extern const struct lw_type lw_scst_initiator;

/* Values (scst_types.c). */
extern const struct lw_type lw_scst_blocksize; /* power of two, at least 512 */
extern const struct lw_type lw_scst_medium;    /* path of an image; "" or "none": no medium */
extern const struct lw_type lw_scst_pr_file;   /* path; "": the default one */
extern const struct lw_type lw_scst_dif_mode;  /* tgt, scst, dev_check, dev_store, with | between */
extern const struct lw_type lw_scst_naa_id;    /* 8 or 16 bytes in hex; "": none */
extern const struct lw_type lw_scst_eui64_id;  /* 8, 12 or 16 bytes in hex; "": none */
extern const struct lw_type lw_scst_grouping;  /* auto, this_group_only, never, or above 0 */
extern const struct lw_type lw_scst_cpu_mask;  /* hex digits in groups of eight */

/* Values of the iSCSI daemon (scst_iscsi_types.c). Where ":default:" is legal it means the table's fresh value. */
extern const struct lw_type lw_scst_yesno;
extern const struct lw_type lw_scst_number;
extern const struct lw_type lw_scst_digests;   /* None, CRC32C or both, in any order */
extern const struct lw_type lw_scst_user;      /* name and secret of at least 12 bytes */
extern const struct lw_type lw_scst_portal;    /* address pattern with * ? and a leading ! */
extern const struct lw_type lw_scst_addresses; /* a set of addresses, blanks between */
extern const struct lw_type lw_scst_isns;      /* host [AccessControl [No]] */
extern const struct lw_type lw_scst_redirect;  /* address[:port] temp|perm; "": none */

#endif
