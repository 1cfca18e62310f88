/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of the simulator know of each other: nodes, attributes, objects. */
#ifndef SIM_INTERNAL_H
#define SIM_INTERNAL_H

#include <errno.h>

#include "sim.h"

struct sim_node;
struct sim_attr;

/* ---- nodes (node.c): directories, links, and the few files whose names are data */

/* A kind of directory: which attributes it has, and what the control command "delay" calls it. */
struct sim_class {
	const char *name;
	const struct sim_attr *attrs; /* ended by a row without a name; NULL: none */
};

struct sim_value {
	struct sim_value *next;
	const struct sim_attr *attr;
	char text[];
};

/* Attributes are rows of a table, not nodes: ten thousand devices would be half a million of them. */
struct sim_node {
	struct sim_node *parent, *next, *prev, *child, *last; /* children in order of creation */
	struct sim_node *hash_next;
	struct sim_node *target, *links, *link_next,
		*link_prev;	       /* of a link; all links to this; those to the same target */
	const struct sim_class *class; /* of a directory */
	const struct sim_attr *attr;   /* of a file */
	void *obj;		       /* what it stands for */
	struct sim_value *values;      /* what differs from the defaults */
	char *text;		       /* of a file; of a link that leads out of the tree */
	uint64_t ino;
	uint32_t where; /* which rows of the class's table it shows */
	uint32_t hash;
	char type;
	bool unlistable; /* damaged: listing it gives EIO */
	char name[];
};

/** sim_dir() - a new directory; NULL: the name is taken (or memory is short: then sim->broken is set). '/' becomes '!'. */
struct sim_node *sim_dir(struct sim *sim, struct sim_node *parent, const char *name,
			 const struct sim_class *class, void *obj);
struct sim_node *sim_link(struct sim *sim, struct sim_node *parent, const char *name,
			  struct sim_node *target);
struct sim_node *sim_link_out(struct sim *sim, struct sim_node *parent, const char *name,
			      const char *text);
/** sim_file() - a file that is no row of the directory's table; read and written by @attr. */
struct sim_node *sim_file(struct sim *sim, struct sim_node *parent, const char *name,
			  const struct sim_attr *attr, const char *text);
/** sim_remove() - a node with all below it and all links that lead to any of them. NULL is fine. */
void sim_remove(struct sim *sim, struct sim_node *node);
struct sim_node *sim_child(const struct sim *sim, const struct sim_node *parent, const char *name);
void sim_retarget(struct sim_node *link, struct sim_node *target);
void sim_node_path(const struct sim_node *node, struct lw_str *ret);
void sim_link_text(const struct sim_node *link, struct lw_str *ret);

struct sim_found {
	struct sim_node *node; /* the directory when attr is set and the node itself is no file */
	const struct sim_attr *attr; /* of a file */
};
/** sim_find() - 0, -ENOENT, -ENOTDIR, -ELOOP: links on the way are not followed. */
int sim_find(const struct sim *sim, const char *path, struct sim_found *ret);

/* ---- attributes (attr.c) */

enum sim_format {
	SIM_ANY,  /* whatever is written, up to a newline */
	SIM_TEXT, /* the same, at most max bytes */
	SIM_UINT, /* base 0, min to max */
	SIM_INT,
	SIM_BOOL,  /* 0 or 1, read as a number */
	SIM_FLAG,  /* the first byte is 0 or 1 */
	SIM_TRUTH, /* 0 1 y n on off */
	SIM_WORD,  /* one of words, case as given there */
	SIM_PREFIX /* begins with one of words, any case */
};

enum sim_key { SIM_NO_KEY, SIM_KEY_DIFF, SIM_KEY_SET, SIM_KEY_FILLED, SIM_KEY_ALWAYS };

enum sim_attr_flags {
	SIM_Q = 1 << 0,	      /* goes through the queue: last_sysfs_mgmt_res, EAGAIN */
	SIM_CHECK = 1 << 1,   /* its form is looked at before it is queued */
	SIM_BLANK = 1 << 2,   /* an empty line behind [key] */
	SIM_BLANK2 = 1 << 3,  /* and without [key] too */
	SIM_EMPTY = 1 << 4,   /* no byte at all while empty */
	SIM_HEX = 1 << 5,     /* shown as 0x... */
	SIM_RESET = 1 << 6,   /* counters: whatever is written, it is the default again */
	SIM_RQ = 1 << 7,      /* reading goes through the queue too */
	SIM_DEFAULT = 1 << 9, /* ":default:" is the default again */
	SIM_SAME = 1 << 8,    /* what it is already is not queued */
};

struct sim_attr {
	const char *name;
	uint32_t
		where; /* 0: in every directory of its class; else where a bit is shared with the node */
	uint16_t mode;
	uint16_t flags;
	enum sim_key key;
	enum sim_format format;
	const char *init; /* the default */
	int64_t min, max;
	const char *words; /* separated by blanks */
	/* Instead of format: 0 and the text as it is stored. */
	int (*check)(const char *data, struct lw_str *ret);
	/* NULL: by format and key. */
	void (*show)(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		     struct lw_str *ret);
	int (*store)(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		     char *data);
};

const struct sim_attr *sim_attr_find(const struct sim_node *node, const char *name);
bool sim_attr_here(const struct sim_node *node, const struct sim_attr *attr);
/** sim_value() - what is stored, or the default; never NULL. sim_value_set(): NULL means the default again. */
const char *sim_value(const struct sim_node *node, const struct sim_attr *attr);
bool sim_value_is_set(const struct sim_node *node, const struct sim_attr *attr);
const char *sim_value_named(const struct sim_node *node, const char *name);
int64_t sim_value_int(const struct sim_node *node, const char *name);
int sim_value_set(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		  const char *text);
int sim_value_set_named(struct sim *sim, struct sim_node *node, const char *name, const char *text);
/** sim_attr_check() - would the format take it? @ret: how it is stored. */
int sim_attr_check(const struct sim_attr *attr, const char *data, struct lw_str *ret);
int sim_attr_store(struct sim *sim, struct sim_node *node, const struct sim_attr *attr, char *data);
void sim_attr_show(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		   struct lw_str *ret);
/** sim_show_value() - "value\n" and the marks that the row asks for. */
void sim_show_value(const struct sim_attr *attr, const char *value, bool key, struct lw_str *ret);

/* ---- the kernel's ways to read text (lex.c) */

/* The next word of *@at, which is cut out of it: blanks and '=' separate. "" at the end. */
char *sim_lexem(char **at);
/* The next part up to ';' or a newline; NULL when it would be empty: nothing behind an empty part is looked at. */
char *sim_token(char **at);
/** sim_param() - the next "name = value" of *@params: 1, 0 at the end, -EINVAL. */
int sim_param(char **params, char **ret_name, char **ret_value);
/** sim_number() - as kstrtoll() with base 0: one newline may follow. -EINVAL, -ERANGE. */
int sim_number(const char *text, int64_t *ret);
int sim_unsigned(const char *text, uint64_t *ret);
bool sim_same_word(const char *a, const char *b);
void sim_chop(char *text); /* ends it at the first newline */
/** sim_matches() - SCST's patterns of initiator names: '*', '?', '!' in front, any case. */
bool sim_matches(const char *pattern, const char *name);
/** sim_errno() - "ENOENT", "-2" or "2" as -2; 0 for what is none. sim_errno_name(): for a negative errno. */
int sim_errno(const char *name);
const char *sim_errno_name(int err);

/* ---- objects */

enum sim_where_device {
	SIM_FILEIO = 1 << 0,
	SIM_BLOCKIO = 1 << 1,
	SIM_NULLIO = 1 << 2,
	SIM_CDROM = 1 << 3,
	SIM_VDISK = SIM_FILEIO | SIM_BLOCKIO | SIM_NULLIO | SIM_CDROM,
	SIM_PASS = 1 << 4, /* a SCSI device with a handler */
	SIM_BARE = 1 << 5, /* one without */
	SIM_USER = 1 << 6,
	SIM_DIF = 1 << 7,  /* with any of the above */
	SIM_THIN = 1 << 8, /* with any of the above */
	SIM_PASS_DISK = 1 << 9,
	SIM_PASS_THREAD = 1 << 10, /* of a handler with a thread, */
	SIM_PASS_ASYNC = 1 << 11,  /* and of one without */
};

enum sim_where_target {
	SIM_ISCSI = 1 << 0,
	SIM_LOCAL = 1 << 1,
	SIM_COPY = 1 << 2,
	SIM_QLA = 1 << 3,
	SIM_SRPT = 1 << 4,
	SIM_HARDWARE = SIM_QLA | SIM_SRPT,
};

struct sim_lun;
struct sim_group;
struct sim_session;

struct sim_handler {
	const char *name;
	uint32_t where; /* of its devices; 0: scst_user, which has no mgmt */
	int type;	/* SCSI device type */
	const char *params;
	const char *module;
};

struct sim_device {
	struct sim_node *node, *exported;
	const struct sim_handler
		*handler; /* NULL: a SCSI device nobody asked for, or of scst_user */
	struct sim_lun *luns;
	char *filename;
	uint64_t size, setup_id;
	unsigned exports; /* given so far */
	int blocks;	  /* times it was blocked */
	unsigned shift;	  /* of the block size */
	int type;	  /* of a SCSI device */
	bool read_only, active, thin_by_hand;
	bool damaged; /* the next queued command never ends, nor any behind it */
};

#define SIM_LUN_MAX 16383

struct sim_lun {
	struct sim_node *node;
	struct sim_device *device;
	struct sim_group *group;
	struct sim_lun *device_next, *device_prev, *group_next, *group_prev;
	unsigned number;
	bool read_only; /* as asked for */
};

/* The LUNs of a target itself are a group without a name, as in the kernel. */
struct sim_group {
	struct sim_group *next;
	struct sim_target *target;
	struct sim_node *node, *luns_node, *initiators;
	struct sim_lun *luns, *last_lun;
	char *name;
};

struct sim_session {
	struct sim_session *next;
	struct sim_target *target;
	struct sim_group *group;
	struct sim_node *node, *luns_link;
	char *initiator; /* what groups are matched with */
	int host;	 /* of scst_local; -1 else */
	unsigned number; /* of scst_local's sessions, counted from 1 */
};

struct sim_driver {
	const char *name;
	uint32_t where;
	const char *module;
	bool mgmt, enabled;
};

struct sim_target {
	struct sim_target *next;
	const struct sim_driver *driver;
	struct sim_node *node, *groups_node, *sessions_node;
	struct sim_group own, *groups; /* groups in order of creation */
	struct sim_session *sessions;
	char *name;
	struct sim_target *parent; /* of a virtual port */
	char *node_name;	   /* of a port */
	unsigned host;		   /* of a port: its SCSI host, counted from 1; 0: none */
	unsigned rel_id, tid;
	bool enabled;
};

/* A write that the kernel goes on working at after EAGAIN. */
struct sim_work {
	struct sim_work *next;
	char *path, *data;
	uint64_t due; /* by the clock; 0: by polls */
	unsigned polls;
};

struct sim_delay {
	struct sim_delay *next;
	uint64_t ms;
	char *class, *attr, *word; /* "*" fits all */
};

/* One module's trace mask. */
struct sim_trace {
	struct sim_trace *next;
	const char *module;
	uint32_t mask;
};

struct sim_backing {
	struct sim_backing *next;
	uint64_t size;
	int err;   /* not 0: opening fails with it */
	char kind; /* 'f' file, 'b' block device, 'd' directory, 'c' other */
	bool thin;
	char path[];
};

enum sim_eagain { SIM_NEVER, SIM_ALL, SIM_NTH };

struct sim {
	struct sim_env env;
	struct sim_node *root, *handlers, *devices, *targets, *device_groups, *sgv;
	struct sim_node
		*opened; /* no part of the tree: a link by path to the device that opened it last */
	struct sim_node **hash;
	uint32_t hash_size, nodes;
	uint64_t next_ino;
	struct sim_target *all_targets;
	struct sim_target *copy_manager;
	struct sim_backing *backings;
	struct sim_work *works;
	struct sim_delay *delays;
	struct sim_trace *traces;
	char *files_root; /* real files are looked for below it; NULL: only the table counts */
	uint64_t clock;	  /* when env has none */
	int last;	  /* last_sysfs_mgmt_res */
	int suspended;
	unsigned copy_lun, rel_id, tid, local_sessions, sid;
	uint32_t hosts; /* numbers of SCSI hosts in use, a bit each */
	bool daemon;
	bool hung;   /* as after an oops: the queue works no more */
	bool broken; /* memory ran short: every access fails with ENOMEM */
	/* asked for by control commands */
	enum sim_eagain eagain;
	unsigned eagain_nth, eagain_polls;
	unsigned fault_ops; /* bits of enum sim_op; 0: none waits */
	unsigned long fault_in;
	int fault_err;
	bool fault_fired;
	unsigned kill_ops; /* as fault_ops */
	unsigned long kill_in;
	bool kill_after; /* the command is obeyed first: its writer never learns that */
	bool kill_group; /* with all others of its process group */
	/* what was seen */
	unsigned long counts[SIM_OPS];
	unsigned long log_lost;
	struct lw_str log;
};

/* devices: device.c handler.c vdisk.c */
extern const struct sim_class sim_class_device, sim_class_handlers, sim_class_devices;
struct sim_device *sim_device_find(const struct sim *sim, const char *name);
struct sim_device *sim_device_new(struct sim *sim, const char *name, uint32_t where);
void sim_device_free(struct sim *sim, struct sim_device *device);
int sim_vdisk_add(struct sim *sim, const struct sim_handler *handler, const char *name,
		  char *params);
int sim_vdisk_open(struct sim *sim, struct sim_device *device, uint32_t where);
/** sim_vdisk_claim() - the device's block device becomes its own; -EBUSY while it is another one's. */
int sim_vdisk_claim(struct sim *sim, struct sim_device *device);
/** sim_device_used() - whether some session has it; copy_manager's counts. */
bool sim_device_used(const struct sim_device *device);
int sim_device_activate(struct sim *sim, struct sim_device *device, bool active);
bool sim_vdisk_shares_list(const struct sim_device *device);
int sim_handler_load(struct sim *sim, const char *module);
int sim_handler_unload(struct sim *sim, const char *module);
struct sim_node *sim_handler_node(struct sim *sim, const char *name, const char *module, int type,
				  const struct sim_handler *handler);
void sim_handler_break(struct sim_node *node);
int sim_disk_add(struct sim *sim, const char *name, int type);
int sim_disk_del(struct sim *sim, const char *name);
int sim_user_add(struct sim *sim, const char *name, int type);
int sim_user_del(struct sim *sim, const char *name);
const char *sim_type_name(int type);

/* backing files: backing.c */
int sim_backing_open(const struct sim *sim, const char *path, bool block, uint64_t *ret_size,
		     bool *ret_thin);
int sim_backing_set(struct sim *sim, const char *path, char kind, uint64_t size, bool thin,
		    int err);

/* targets: target.c iscsi.c local.c port.c; LUNs, groups and sessions */
extern const struct sim_class sim_class_targets;
extern const struct sim_driver sim_drivers[];
int sim_driver_load(struct sim *sim, const char *module, bool default_target);
int sim_driver_unload(struct sim *sim, const char *module);
struct sim_node *sim_driver_node(const struct sim *sim, const char *name);
struct sim_target *sim_target_find(const struct sim *sim, const char *driver, const char *name);
int sim_target_new(struct sim *sim, const struct sim_driver *driver, const char *name,
		   struct sim_target **ret);
void sim_target_free(struct sim *sim, struct sim_target *target);
int sim_target_enable(struct sim *sim, struct sim_target *target, bool enable);
int sim_iscsi_mgmt(struct sim *sim, const struct sim_driver *driver, char *data);
int sim_port_add(struct sim *sim, const char *driver, const char *name, const char *node_name);
int sim_port_del(struct sim *sim, const char *driver, const char *name);
int sim_port_mgmt(struct sim *sim, const struct sim_driver *driver, char *data);
void sim_iscsi_daemon(struct sim *sim, bool up);
int sim_local_mgmt(struct sim *sim, const struct sim_driver *driver, char *data);
int sim_host_take(struct sim *sim);
int sim_local_session(struct sim *sim, struct sim_target *target, const char *name);

extern const struct sim_class sim_class_luns, sim_class_groups, sim_class_sessions;
int sim_lun_add(struct sim *sim, struct sim_group *group, struct sim_device *device,
		unsigned number, bool read_only);
void sim_lun_del(struct sim *sim, struct sim_lun *lun);
void sim_luns_clear(struct sim *sim, struct sim_group *group);
void sim_group_free(struct sim *sim, struct sim_group *group);
struct sim_group *sim_group_find(const struct sim_target *target, const char *name);

int sim_session_new(struct sim *sim, struct sim_target *target, const char *name,
		    const char *initiator, struct sim_session **ret);
void sim_session_free(struct sim *sim, struct sim_session *session);
void sim_sessions_sort(struct sim *sim, struct sim_target *target);
void sim_session_lun(struct sim *sim, struct sim_session *session, const struct sim_lun *lun,
		     bool add);
int sim_login(struct sim *sim, struct sim_target *target, const char *initiator,
	      const char *address);

/* device groups: alua.c */
extern const struct sim_class sim_class_device_groups;

/* root.c trace.c */
extern const struct sim_class sim_class_root;
int sim_core_load(struct sim *sim);
void sim_pool_add(struct sim *sim, const char *name);
void sim_show_trace(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		    struct lw_str *ret);
int sim_store_trace(struct sim *sim, struct sim_node *node, const struct sim_attr *attr,
		    char *data);

/* access.c work.c */
int sim_queue(struct sim *sim, const char *path, char *data, uint64_t delay);
void sim_work_done(struct sim *sim);
int sim_work_poll(struct sim *sim);
void sim_work_free(struct sim *sim);
uint64_t sim_now(const struct sim *sim);
int sim_wait(struct sim *sim, uint64_t ms);
/* What a queued command takes that never ends. */
#define SIM_FOR_EVER (UINT64_MAX / 4)
uint64_t sim_delay_of(const struct sim *sim, const struct sim_node *node,
		      const struct sim_attr *attr, const char *data);
int sim_delay_set(struct sim *sim, const char *class, const char *attr, const char *word,
		  uint64_t ms);
void sim_delays_free(struct sim *sim);
void sim_log_write(struct sim *sim, const char *path, const char *data, size_t len, int result);
void sim_reset(struct sim *sim);
char *sim_strdup(struct sim *sim, const char *text);

#endif
