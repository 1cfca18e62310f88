/* SPDX-License-Identifier: Apache-2.0 */
/* The attributes of devices, for every handler in one table: the column "where" says who has what. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/crc32c.h"
#include "device_attrs.h"

/* ---- ids: made of the device's name and of the setup_id there was when it was created */

static void show_id(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		    struct lw_str *ret)
{
	const struct sim_device *device = node->obj;
	const char *value = sim_value(node, attr), *name = node->name;
	char made[SIM_ID_MAX + 1];
	uint64_t id = device->setup_id << 32 | lw_crc32c(0, name, strlen(name) + 1);
	bool set = sim_value_is_set(node, attr);

	(void)sim;
	if (!strcmp(attr->name, "usn"))
		snprintf(made, sizeof(made), "%" PRIx64, id);
	else if (!strcmp(attr->name, "prod_id"))
		snprintf(made, SIM_PROD_ID_MAX + 1, "%s", name);
	else
		snprintf(made, sizeof(made), "%" PRIx64 "-%s", id, name);
	sim_show_value(attr, set ? value : made, set, ret);
}

static int store_t10_dev_id(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			    char *data)
{
	if (sim_value_int(node, "cluster_mode"))
		return -EPERM;
	return sim_attr_store(sim, node, attr, data);
}

/* naa_id: 8 bytes beginning with 2, 3 or 5, or 16 with 6. eui64_id: 8, 12 or 16 bytes. Nothing: none. */
static bool hex_id_fits(const char *name, const char *digits, size_t len)
{
	if (!strcmp(name, "eui64_id"))
		return len == 0 || len == 16 || len == 24 || len == 32;
	return len == 0 || (len == 16 && strchr("235", digits[0])) ||
	       (len == 32 && digits[0] == '6');
}

static int store_hex_id(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			char *data)
{
	char text[2 + 32 + 1] = "0x";
	size_t len;

	data += strspn(data, " \t\n");
	for (len = strlen(data); len && strchr(" \t\n", data[len - 1]); len--)
		;
	if (len >= 2 && data[0] == '0' && data[1] == 'x') {
		data += 2;
		len -= 2;
	}
	if (!hex_id_fits(attr->name, data, len) || strspn(data, "0123456789abcdefABCDEF") < len)
		return -EINVAL;
	for (size_t i = 0; i < len; i++)
		text[2 + i] = (char)(data[i] >= 'A' && data[i] <= 'F' ? data[i] + 32 : data[i]);
	return sim_value_set(sim, node, attr, len ? text : NULL);
}

/* ---- size and file */

static void show_size(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      struct lw_str *ret)
{
	const struct sim_device *device = node->obj;
	bool mb = !strcmp(attr->name, "size_mb");
	bool usual = (node->where & SIM_NULLIO) && device->size == SIM_NULLIO_SIZE;
	char text[24];

	(void)sim;
	snprintf(text, sizeof(text), "%" PRIu64, mb ? device->size >> 20 : device->size);
	sim_show_value(attr, text, !usual && !mb, ret);
}

static int store_size(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      char *data)
{
	struct sim_device *device = node->obj;
	unsigned shift = strcmp(attr->name, "size_mb") ? 0 : 20;
	char *end;
	unsigned long long size = strtoull(data, &end, 10);

	/* sscanf() of the kernel: what follows the number is not looked at. */
	(void)sim;
	if (end == data || size > UINT64_MAX >> shift ||
	    ((size << shift) & ((1ULL << device->shift) - 1)))
		return -EINVAL;
	device->size = size << shift;
	return 0;
}

static int store_resync(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			char *data)
{
	struct sim_device *device = node->obj;

	(void)attr;
	(void)data;
	if (!device->active)
		return -EMEDIUMTYPE;
	return sim_vdisk_open(sim, device, node->where);
}

static void show_filename(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			  struct lw_str *ret)
{
	const struct sim_device *device = node->obj;

	(void)sim;
	sim_show_value(attr, device->filename ? device->filename : "none", device->filename != NULL,
		       ret);
}

static char *trim(char *text)
{
	size_t len;

	text += strspn(text, " \t\n");
	for (len = strlen(text); len && strchr(" \t\n", text[len - 1]); len--)
		text[len - 1] = '\0';
	return text;
}

static int set_filename(struct sim *sim, struct sim_device *device, const char *name)
{
	char *copy = NULL;

	if (name) {
		copy = sim_strdup(sim, name);
		if (!copy)
			return -ENOMEM;
	}
	free(device->filename);
	device->filename = copy;
	return 0;
}

/* Of a disk: only while it is not active, and not looked at before it is. */
static int store_filename(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			  char *data)
{
	struct sim_device *device = node->obj;
	const char *name = trim(data);

	(void)attr;
	if (device->active || *name != '/')
		return -EINVAL;
	return set_filename(sim, device, name);
}

/* Of a drive: another medium, or none. */
static int store_medium(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			char *data)
{
	struct sim_device *device = node->obj;
	const char *name = trim(data);
	uint64_t size = 0;
	int err;

	(void)attr;
	if (*name && *name != '/')
		return -EINVAL;
	err = *name ? sim_backing_open(sim, name, false, &size, NULL) : 0;
	if (!err)
		err = set_filename(sim, device, *name ? name : NULL);
	if (!err)
		device->size = size;
	return err;
}

static void show_active(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			struct lw_str *ret)
{
	const struct sim_device *device = node->obj;

	(void)sim;
	sim_show_value(attr, device->active ? "1" : "0", !device->active, ret);
}

static int store_active(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			char *data)
{
	struct sim_device *device = node->obj;
	int64_t wanted;
	int err = sim_number(data, &wanted);

	(void)attr;
	if (err || wanted < 0 || wanted > 1)
		return err ? err : -EINVAL;
	return sim_device_activate(sim, device, wanted);
}

int sim_device_activate(struct sim *sim, struct sim_device *device, bool active)
{
	int err = active && !device->active ? sim_vdisk_open(sim, device, device->node->where) : 0;

	if (!err && active && !device->active && sim_device_used(device))
		err = sim_vdisk_claim(sim, device);
	if (!err)
		device->active = active;
	return err;
}

/* ---- the rest */

/* A key only when it was asked for: otherwise the kernel asked the backing store. */
static void show_thin(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      struct lw_str *ret)
{
	const struct sim_device *device = node->obj;

	(void)sim;
	sim_show_value(attr, sim_value(node, attr), device->thin_by_hand, ret);
}

static void show_blocksize(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			   struct lw_str *ret)
{
	const struct sim_device *device = node->obj;
	char text[24];

	(void)sim;
	snprintf(text, sizeof(text), "%llu", 1ULL << device->shift);
	sim_show_value(attr, text, device->shift != 9, ret);
}

static int store_trans_len(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			   char *data)
{
	const struct sim_device *device = node->obj;
	uint64_t value;
	int err = sim_unsigned(data, &value);

	if (err)
		return err;
	return value & ((1ULL << device->shift) - 1) ? -EINVAL
						     : sim_attr_store(sim, node, attr, data);
}

static void show_block(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		       struct lw_str *ret)
{
	const struct sim_device *device = node->obj;

	(void)sim;
	(void)attr;
	lw_str_addf(ret, "%d 0\n", device->blocks);
}

static int store_block(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		       char *data)
{
	struct sim_device *device = node->obj;
	const char *rest = data + 1 + strspn(data + 1, " \t\n");

	(void)sim;
	(void)attr;
	if (data[0] == '1' && (!*rest || *rest == '1')) {
		device->blocks++;
		return 0;
	}
	if (data[0] != '0' || *rest)
		return -EINVAL;
	if (device->blocks)
		device->blocks--;
	return 0;
}

static void show_type(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      struct lw_str *ret)
{
	const struct sim_device *device = node->obj;

	(void)sim;
	(void)attr;
	lw_str_addf(ret, "%s\n",
		    sim_type_name(device->handler ? device->handler->type : device->type));
}

static void show_pr_file(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			 struct lw_str *ret)
{
	const char *value = sim_value(node, attr);

	(void)sim;
	if (*value)
		sim_show_value(attr, value, true, ret);
	else
		lw_str_addf(ret, "/var/lib/scst/pr/%s\n", node->name);
}

static int store_pr_file(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			 char *data)
{
	sim_chop(data);
	if (sim_device_used(node->obj))
		return -EBUSY;
	return sim_value_set(sim, node, attr, *data ? data : NULL);
}

static void show_pr_state(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			  struct lw_str *ret)
{
	(void)sim;
	(void)node;
	(void)attr;
	lw_str_add(ret, "version 1\ngeneration 0\n");
}

static int store_pr_state(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			  char *data)
{
	(void)sim;
	(void)attr;
	if (sim_device_used(node->obj))
		return -EBUSY;
	return strncmp(data, "version 1\n", 10) ? -EINVAL : 0;
}

static int store_truth(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		       char *data)
{
	uint64_t value;
	int err = sim_unsigned(data, &value);

	return err ? err : sim_value_set(sim, node, attr, value ? "1" : "0");
}

/* The kernel cuts the number to an int, and what it makes of that oopses when the device is next touched. */
static int store_threads(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			 char *data)
{
	struct sim_device *device = node->obj;
	char cut[16];
	int64_t value;
	int err = sim_number(data, &value);

	if (err || value <= INT32_MAX)
		return err ? err : sim_attr_store(sim, node, attr, data);
	device->damaged = true;
	snprintf(cut, sizeof(cut), "%d", (int)(uint32_t)value);
	return sim_value_set(sim, node, attr, cut);
}

/* Without threads there is no pool, whatever was written. */
static void show_pool(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		      struct lw_str *ret)
{
	const char *value = sim_value(node, attr);

	(void)sim;
	if (sim_value_int(node, "threads_num"))
		sim_show_value(attr, value, strcmp(value, attr->init) != 0, ret);
	else
		lw_str_add(ret, "Async\n");
}

static int store_nothing(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
			 char *data)
{
	(void)sim;
	(void)node;
	(void)attr;
	(void)data;
	return 0;
}

#define FB (SIM_FILEIO | SIM_BLOCKIO)
#define FBN (SIM_FILEIO | SIM_BLOCKIO | SIM_NULLIO)
#define ACTION .store = store_nothing
#define Q_CHECKED SIM_Q | SIM_CHECK | SIM_SAME
#define SET_AT_CREATION .mode = 0444, .key = SIM_KEY_DIFF, .format = SIM_BOOL

/* clang-format off */
static const struct sim_attr device_attrs[] = {
	{ .name = "active", .where = FB, .mode = 0644, .flags = SIM_Q, .show = show_active, .store = store_active },
	{ .name = "async", .where = SIM_FILEIO, .mode = 0644, .key = SIM_KEY_DIFF, .format = SIM_BOOL, .init = "0" },
	{ .name = "bind_alua_state", .where = SIM_FILEIO, .mode = 0644, .key = SIM_KEY_DIFF, .init = "0",
	  .store = store_truth },
	{ .name = "bind_alua_state", .where = SIM_BLOCKIO, .mode = 0644, .key = SIM_KEY_DIFF, .init = "1",
	  .store = store_truth },
	{ .name = "block", .mode = 0644, .show = show_block, .store = store_block },
	{ .name = "blocksize", .where = FBN, .mode = 0444, .show = show_blocksize },
	{ .name = "cluster_mode", .where = FBN | SIM_PASS_DISK, .mode = 0644, .flags = SIM_Q, .key = SIM_KEY_DIFF,
	  .format = SIM_BOOL, .init = "0" },
	{ .name = "commands", .where = SIM_USER, .mode = 0444, .flags = SIM_EMPTY },
	{ .name = "dif_mode", .where = SIM_DIF, .mode = 0444, .key = SIM_KEY_ALWAYS },
	{ .name = "dif_static_app_tag", .where = SIM_DIF, .mode = 0644, .flags = SIM_HEX, .key = SIM_KEY_DIFF,
	  .format = SIM_UINT, .init = "0x0" },
	{ .name = "dif_type", .where = SIM_DIF, .mode = 0444, .key = SIM_KEY_ALWAYS, .init = "0" },
	{ .name = "dummy", .where = SIM_NULLIO, SET_AT_CREATION, .init = "0" },
	{ .name = "dump_prs", .mode = 0200, ACTION },
	{ .name = "eui64_id", .where = SIM_VDISK, .mode = 0644, .key = SIM_KEY_FILLED, .store = store_hex_id },
	{ .name = "expl_alua", .where = FB, .mode = 0644, .key = SIM_KEY_DIFF, .format = SIM_BOOL, .init = "0" },
	{ .name = "filename", .where = FB, .mode = 0644, .flags = SIM_Q | SIM_RQ | SIM_BLANK2, .show = show_filename,
	  .store = store_filename },
	{ .name = "filename", .where = SIM_CDROM, .mode = 0644, .flags = SIM_Q | SIM_RQ | SIM_BLANK2,
	  .show = show_filename, .store = store_medium },
	{ .name = "gen_tp_soft_threshold_reached_UA", .where = SIM_THIN, .mode = 0200, ACTION },
	{ .name = "inq_vend_specific", .where = SIM_VDISK, .mode = 0644, .key = SIM_KEY_FILLED, .format = SIM_TEXT,
	  .max = 160 },
	{ .name = "lb_per_pb_exp", .where = FB, .mode = 0644, .key = SIM_KEY_DIFF, .format = SIM_BOOL, .init = "1" },
	{ .name = "max_tgt_dev_commands", .where = SIM_VDISK | SIM_PASS | SIM_USER, .mode = 0644, .key = SIM_KEY_DIFF,
	  .format = SIM_INT, .init = "64" },
	{ .name = "max_tgt_dev_commands", .where = SIM_BARE, .mode = 0644, .key = SIM_KEY_DIFF, .format = SIM_INT,
	  .init = "0" },
	{ .name = "naa_id", .where = SIM_VDISK, .mode = 0644, .key = SIM_KEY_FILLED, .store = store_hex_id },
	{ .name = "numa_node_id", .mode = 0644, .key = SIM_KEY_DIFF, .format = SIM_INT, .init = "-1", .min = -1 },
	{ .name = "nv_cache", .where = FB, SET_AT_CREATION, .init = "0" },
	{ .name = "o_direct", .where = SIM_FILEIO, SET_AT_CREATION, .init = "0" },
	{ .name = "opt_trans_len", .where = FBN, .mode = 0644, .key = SIM_KEY_SET, .format = SIM_UINT,
	  .init = "524288", .store = store_trans_len },
	{ .name = "pr_file_name", .mode = 0644, .flags = SIM_Q, .show = show_pr_file, .store = store_pr_file },
	{ .name = "pr_state", .mode = 0644, .flags = SIM_Q, .show = show_pr_state, .store = store_pr_state },
	{ .name = "prod_id", .where = SIM_VDISK, .mode = 0644, .format = SIM_TEXT, .max = SIM_PROD_ID_MAX,
	  .show = show_id },
	{ .name = "prod_rev_lvl", .where = SIM_VDISK, .mode = 0644, .key = SIM_KEY_SET, .format = SIM_TEXT, .max = 4,
	  .init = "3110" },
	{ .name = "read_only", .where = FBN, SET_AT_CREATION, .init = "0" },
	{ .name = "read_zero", .where = SIM_NULLIO, .mode = 0644, .key = SIM_KEY_DIFF, .format = SIM_BOOL, .init = "0" },
	{ .name = "removable", .where = FBN, SET_AT_CREATION, .init = "0" },
	{ .name = "resync_size", .where = FB, .mode = 0200, .flags = SIM_Q, .store = store_resync },
	{ .name = "rotational", .where = FBN, SET_AT_CREATION, .init = "1" },
	{ .name = "scsi_device_name", .where = SIM_VDISK, .mode = 0644, .key = SIM_KEY_FILLED, .format = SIM_TEXT,
	  .max = 256 },
	{ .name = "size", .where = SIM_FILEIO | SIM_CDROM, .mode = 0444, .show = show_size },
	{ .name = "size", .where = SIM_BLOCKIO | SIM_NULLIO, .mode = 0644, .flags = SIM_Q, .show = show_size,
	  .store = store_size },
	{ .name = "size_mb", .where = SIM_FILEIO | SIM_CDROM, .mode = 0444, .show = show_size },
	{ .name = "size_mb", .where = SIM_BLOCKIO | SIM_NULLIO, .mode = 0644, .flags = SIM_Q, .show = show_size,
	  .store = store_size },
	{ .name = "sync", .where = FB, .mode = 0200, ACTION },
	{ .name = "t10_dev_id", .where = SIM_VDISK, .mode = 0644, .format = SIM_TEXT, .max = SIM_ID_MAX,
	  .show = show_id, .store = store_t10_dev_id },
	{ .name = "t10_vend_id", .where = SIM_VDISK & ~SIM_BLOCKIO, .mode = 0644, .key = SIM_KEY_SET,
	  .format = SIM_TEXT, .max = 8, .init = "SCST_FIO" },
	{ .name = "t10_vend_id", .where = SIM_BLOCKIO, .mode = 0644, .key = SIM_KEY_SET, .format = SIM_TEXT, .max = 8,
	  .init = "SCST_BIO" },
	{ .name = "thin_provisioned", .where = FB, .mode = 0444, .init = "0", .show = show_thin },
	{ .name = "threads_num", .where = SIM_FILEIO | SIM_CDROM, .mode = 0644, .flags = Q_CHECKED,
	  .key = SIM_KEY_DIFF, .format = SIM_INT, .init = "8", .store = store_threads },
	{ .name = "threads_num", .where = SIM_BLOCKIO | SIM_NULLIO | SIM_PASS_THREAD, .mode = 0644, .flags = Q_CHECKED,
	  .key = SIM_KEY_DIFF, .format = SIM_INT, .init = "1", .store = store_threads },
	{ .name = "threads_num", .where = SIM_PASS_ASYNC, .mode = 0644, .flags = Q_CHECKED,
	  .key = SIM_KEY_DIFF, .format = SIM_INT, .init = "0", .store = store_threads },
	{ .name = "threads_pool_type", .where = SIM_VDISK | SIM_PASS, .mode = 0644, .flags = Q_CHECKED,
	  .key = SIM_KEY_DIFF, .format = SIM_WORD, .init = "per_initiator", .words = "per_initiator shared",
	  .show = show_pool },
	{ .name = "tst", .where = SIM_VDISK, .mode = 0444, .key = SIM_KEY_DIFF, .init = "1" },
	{ .name = "type", .mode = 0444, .show = show_type },
	{ .name = "usn", .where = SIM_VDISK, .mode = 0644, .format = SIM_TEXT, .max = 20, .show = show_id },
	{ .name = "vend_specific_id", .where = SIM_VDISK, .mode = 0644, .format = SIM_TEXT, .max = 128,
	  .show = show_id },
	{ .name = "write_through", .where = FB, SET_AT_CREATION, .init = "0" },
	{ .name = NULL },
};
/* clang-format on */

const struct sim_class sim_class_device = { "device", device_attrs };
const struct sim_class sim_class_devices = { "devices", NULL };
