/* SPDX-License-Identifier: Apache-2.0 */
#define FUSE_USE_VERSION 312
#include <errno.h>
#include <fuse3/fuse.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "mount.h"
#include "sim.h"

#define TREE "/scst_tgt"
#define CONTROL "/control"
/* Inode numbers of the tree begin low. 0 would hide an entry from readdir(3). */
#define CONTROL_INO UINT32_MAX
#define OUTSIDE_INO (UINT32_MAX - 1)

/* What an open file was when its reader began: sysfs makes a value once, however it is read. */
struct handle {
	struct lw_str value;
};

/* One at a time may be in the simulator. Who is kept waiting there lets others in. */
static struct {
	struct sim *sim;
	pthread_mutex_t lock;
} mounted = { .lock = PTHREAD_MUTEX_INITIALIZER };

static int unlock(int ret)
{
	pthread_mutex_unlock(&mounted.lock);
	return ret;
}

/* In small pieces, as libfuse tells of a client's signal only when it is asked. */
#define NAP_MS 20

static int sleep_unlocked(void *unused, uint64_t ms)
{
	bool interrupted = false;

	(void)unused;
	pthread_mutex_unlock(&mounted.lock);
	while (ms && !interrupted) {
		uint64_t nap = ms < NAP_MS ? ms : NAP_MS;
		const struct timespec rest = { 0, (long)nap * 1000000 };

		nanosleep(&rest, NULL);
		ms -= nap;
		interrupted = fuse_interrupted();
	}
	pthread_mutex_lock(&mounted.lock);
	return interrupted ? -EINTR : 0;
}

/* Nobody but who is in the middle of an access to this file system. */
static void kill_client(void *unused, bool group)
{
	pid_t client = fuse_get_context()->pid, leader = client > 1 && group ? getpgid(client) : 0;

	(void)unused;
	if (leader > 1)
		kill(-leader, SIGKILL);
	else if (client > 1)
		kill(client, SIGKILL);
}

static uint64_t now(void *unused)
{
	struct timespec time;

	(void)unused;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
}

/* The path in the tree; NULL for what lies beside it. */
static const char *in_tree(const char *path)
{
	size_t len = strlen(TREE);

	if (strncmp(path, TREE, len) || (path[len] && path[len] != '/'))
		return NULL;
	return path[len] ? path + len + 1 : path + len;
}

/* ---- what is there */

static void fill_stat(const struct sim_stat *seen, struct stat *ret)
{
	*ret = (struct stat){ .st_ino = seen->ino,
			      .st_uid = getuid(),
			      .st_gid = getgid(),
			      .st_nlink = seen->type == 'd' ? 2 : 1,
			      .st_size = seen->type == 'f' ? SIM_PAGE : 0 };
	ret->st_mode = seen->mode | (seen->type == 'd'	 ? S_IFDIR
				     : seen->type == 'l' ? S_IFLNK
							 : S_IFREG);
}

static const struct sim_stat outside = { .ino = OUTSIDE_INO, .mode = 0755, .type = 'd' };
static const struct sim_stat control = { .ino = CONTROL_INO, .mode = 0644, .type = 'f' };

static int do_getattr(const char *path, struct stat *ret, struct fuse_file_info *file)
{
	const char *name = in_tree(path);
	struct sim_stat seen;
	int err = 0;

	(void)file;
	if (!name) {
		if (strcmp(path, "/") && strcmp(path, CONTROL))
			return -ENOENT;
		fill_stat(path[1] ? &control : &outside, ret);
		return 0;
	}
	pthread_mutex_lock(&mounted.lock);
	err = sim_look(mounted.sim, name, &seen);
	if (!err)
		fill_stat(&seen, ret);
	return unlock(err);
}

static int do_readlink(const char *path, char *ret, size_t size)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	const char *name = in_tree(path);
	int err;

	if (!name)
		return -EINVAL;
	pthread_mutex_lock(&mounted.lock);
	err = sim_readlink(mounted.sim, name, &text);
	if (!err)
		snprintf(ret, size, "%s", lw_str_text(&text));
	return unlock(err);
}

struct filling {
	void *buffer;
	fuse_fill_dir_t fill;
};

static int fill_one(void *ctx, const char *name, const struct sim_stat *seen)
{
	const struct filling *filling = ctx;
	struct stat stat;

	fill_stat(seen, &stat);
	return filling->fill(filling->buffer, name, &stat, 0, 0) ? -ENOMEM : 0;
}

static int do_readdir(const char *path, void *buffer, fuse_fill_dir_t fill, off_t offset,
		      struct fuse_file_info *file, enum fuse_readdir_flags flags)
{
	struct filling filling = { buffer, fill };
	const char *name = in_tree(path);

	(void)offset;
	(void)file;
	(void)flags;
	fill(buffer, ".", NULL, 0, 0);
	fill(buffer, "..", NULL, 0, 0);
	if (!name) {
		fill_one(&filling, &TREE[1], &outside);
		return fill_one(&filling, &CONTROL[1], &control);
	}
	pthread_mutex_lock(&mounted.lock);
	return unlock(sim_list(mounted.sim, name, fill_one, &filling));
}

/* ---- files */

static int do_open(const char *path, struct fuse_file_info *file)
{
	const char *name = in_tree(path);
	int access = file->flags & O_ACCMODE, err = 0;
	struct handle *handle = NULL;

	pthread_mutex_lock(&mounted.lock);
	if (name && access != O_WRONLY)
		err = sim_may(mounted.sim, name, false);
	if (name && !err && access != O_RDONLY)
		err = sim_may(mounted.sim, name, true);
	if (!err) {
		handle = calloc(1, sizeof(*handle));
		err = handle ? 0 : -ENOMEM;
	}
	unlock(0);
	if (err)
		return err;
	file->fh = (uint64_t)(uintptr_t)handle;
	file->direct_io = 1;
#if FUSE_VERSION >= FUSE_MAKE_VERSION(3, 15)
	/* Otherwise the kernel lets writers of one file wait for each other, as sysfs does not. */
	file->parallel_direct_writes = 1;
#endif
	return 0;
}

static int do_release(const char *path, struct fuse_file_info *file)
{
	struct handle *handle = (struct handle *)(uintptr_t)file->fh;

	(void)path;
	lw_str_done(&handle->value);
	free(handle);
	return 0;
}

static int do_read(const char *path, char *ret, size_t size, off_t offset,
		   struct fuse_file_info *file)
{
	struct handle *handle = (struct handle *)(uintptr_t)file->fh;
	const char *name = in_tree(path);
	int err = 0;

	if (offset == 0) {
		lw_str_clear(&handle->value);
		pthread_mutex_lock(&mounted.lock);
		if (name)
			err = sim_read(mounted.sim, name, &handle->value);
		else
			sim_summary(mounted.sim, &handle->value);
		unlock(0);
	}
	if (err)
		return err;
	if ((size_t)offset >= handle->value.len)
		return 0;
	if (size > handle->value.len - (size_t)offset)
		size = handle->value.len - (size_t)offset;
	memcpy(ret, handle->value.data + offset, size);
	return (int)size;
}

static int control_lines(char *text)
{
	int err = 0;

	for (char *line; !err && (line = strsep(&text, "\n"));)
		if (*line && *line != '#')
			err = sim_control(mounted.sim, line, NULL);
	return err;
}

static int do_write(const char *path, const char *data, size_t size, off_t offset,
		    struct fuse_file_info *file)
{
	const char *name = in_tree(path);
	char *copy;
	int err;

	(void)offset;
	(void)file;
	pthread_mutex_lock(&mounted.lock);
	if (name)
		return unlock(sim_write(mounted.sim, name, data, size));
	copy = malloc(size + 1);
	err = copy ? 0 : -ENOMEM;
	if (!err) {
		memcpy(copy, data, size);
		copy[size] = '\0';
		err = control_lines(copy);
	}
	free(copy);
	return unlock(err ? err : (int)size);
}

/* "echo x >file" truncates first: sysfs takes that for nothing. */
static int do_truncate(const char *path, off_t size, struct fuse_file_info *file)
{
	(void)path;
	(void)size;
	(void)file;
	return 0;
}

/* ---- what sysfs refuses */

static int no_create(const char *path, mode_t mode, struct fuse_file_info *file)
{
	(void)path;
	(void)mode;
	(void)file;
	return -EACCES;
}

static int no_mkdir(const char *path, mode_t mode)
{
	(void)path;
	(void)mode;
	return -EPERM;
}

static int no_removal(const char *path)
{
	(void)path;
	return -EPERM;
}

static int no_rename(const char *from, const char *to, unsigned flags)
{
	(void)from;
	(void)to;
	(void)flags;
	return -EPERM;
}

static int no_link(const char *from, const char *to)
{
	(void)from;
	(void)to;
	return -EPERM;
}

/* Nothing is remembered by the kernel: the next look may see something else. */
static void *do_init(struct fuse_conn_info *connection, struct fuse_config *config)
{
	connection->want &= ~(unsigned)(FUSE_CAP_READDIRPLUS | FUSE_CAP_READDIRPLUS_AUTO);
	config->use_ino = 1;
	config->entry_timeout = config->attr_timeout = config->negative_timeout = 0;
	config->direct_io = 1;
	/* A client's signal is passed on as one of ours: fuse_interrupted() tells of it. */
	config->intr = 1;
	config->intr_signal = SIGUSR1;
	return NULL;
}

static const struct fuse_operations operations = {
	.getattr = do_getattr,
	.readlink = do_readlink,
	.mkdir = no_mkdir,
	.unlink = no_removal,
	.rmdir = no_removal,
	.symlink = no_link,
	.rename = no_rename,
	.link = no_link,
	.truncate = do_truncate,
	.open = do_open,
	.read = do_read,
	.write = do_write,
	.release = do_release,
	.readdir = do_readdir,
	.init = do_init,
	.create = no_create,
};

/* ---- its life */

/* For LeakSanitizer: ended by a signal, libfuse is not told any more of the files and folders that clients just closed. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libfuse3\n";
}

struct sim *mount_sim(void)
{
	const struct sim_env env = { .sleep = sleep_unlocked, .now = now, .kill = kill_client };

	mounted.sim = sim_new(&env);
	return mounted.sim;
}

/* libfuse would install one itself if it knew before it is initialised. */
static void on_interrupt(int unused)
{
	(void)unused;
}

int mount_serve(const char *folder, bool foreground)
{
	char program[] = "scst-sim", flag[] = "-o", own[] = "fsname=scst-sim,subtype=scst-sim",
	     all[] = "fsname=scst-sim,subtype=scst-sim,allow_other";
	char *argv[] = { program, flag, getuid() ? own : all, NULL };
	struct fuse_args args = FUSE_ARGS_INIT(3, argv);
	struct fuse_loop_config *loop = fuse_loop_cfg_create();
	struct fuse *fuse = fuse_new(&args, &operations, sizeof(operations), NULL);
	const struct sigaction quiet = { .sa_handler = on_interrupt };
	int err = 1;

	sigaction(SIGUSR1, &quiet, NULL);
	if (!fuse || !loop)
		goto out;
	if (fuse_mount(fuse, folder))
		goto out;
	if (!fuse_daemonize(foreground) && !fuse_set_signal_handlers(fuse_get_session(fuse))) {
		fuse_loop_cfg_set_clone_fd(loop, 0);
		err = fuse_loop_mt(fuse, loop) < 0;
		fuse_remove_signal_handlers(fuse_get_session(fuse));
	}
	fuse_unmount(fuse);
out:
	if (fuse)
		fuse_destroy(fuse);
	if (loop)
		fuse_loop_cfg_destroy(loop);
	fuse_opt_free_args(&args);
	return err;
}

void mount_end(void)
{
	sim_free(mounted.sim);
	mounted.sim = NULL;
}
