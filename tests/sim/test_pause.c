/* SPDX-License-Identifier: Apache-2.0 */
/* The pause of all I/O, and what is told of it to who would lift it. */
#include "sim_test.h"

#include "engine/engine.h"
#include "engine/scst/scst.h"
#include "ktree_sim.h"

struct books {
	int held;
	int refuse; /* the change that is refused */
};

static int hold(void *arg, int change, struct lw_error *error)
{
	struct books *books = arg;

	(void)error;
	if (change == books->refuse)
		return -ENOSPC;
	books->held += change;
	return 0;
}

static bool give_up(void *arg)
{
	(void)arg;
	return true;
}

struct fixture {
	const struct lw_engine *scst;
	struct sim *sim;
	struct lw_ktree *kt;
	struct lw_executor *x;
	struct books books;
};

static int begin(void **state)
{
	struct lw_execute_options options = LW_EXECUTE_OPTIONS_INIT;
	static struct fixture f;

	f = (struct fixture){ .scst = lw_engine_at(0), .sim = sim_new(NULL) };
	control(f.sim, "state fresh");
	options.hold = hold;
	options.stopped = give_up;
	options.arg = &f.books;
	assert_int_equal(lw_kt_sim_open(f.sim, &f.kt), 0);
	assert_int_equal(f.scst->begin(f.kt, NULL, &options, &f.x, NULL), 0);
	*state = &f;
	return 0;
}

static int end(void **state)
{
	struct fixture *f = *state;

	lw_kt_close(f->kt);
	sim_free(f->sim);
	return 0;
}

static void who_keeps_the_books_is_not_asked_whether_io_goes_on(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(f->scst->pause(f->x, 1, NULL), 0);
	assert_int_equal(f->books.held, 1);
	f->books.refuse = -1;
	assert_int_equal(f->scst->resume(f->x, NULL), 0);
	see(f->sim, "suspend", "0\n");
	assert_int_equal(f->scst->end(f->x, NULL), 0);
}

static void the_end_lifts_every_pause(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(f->scst->pause(f->x, 1, NULL), 0);
	assert_int_equal(f->scst->pause(f->x, 1, NULL), 0);
	see(f->sim, "suspend", "2\n");
	f->books.refuse = -1;
	assert_int_equal(f->scst->end(f->x, NULL), 0);
	see(f->sim, "suspend", "0\n");
}

static void one_that_cannot_be_lifted_keeps_no_other(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(f->scst->pause(f->x, 1, NULL), 0);
	assert_int_equal(f->scst->pause(f->x, 1, NULL), 0);
	control(f->sim, "fault write 0 EIO");
	assert_int_equal(f->scst->end(f->x, NULL), -EIO);
	see(f->sim, "suspend", "1\n");
	assert_int_equal(f->books.held, 1);
}

static void a_pause_that_is_refused_is_none(void **state)
{
	struct fixture *f = *state;

	control(f->sim, "fault write 0 EBUSY");
	assert_int_equal(f->scst->pause(f->x, 1, NULL), -EBUSY);
	assert_int_equal(f->books.held, 0);
	assert_int_equal(f->scst->end(f->x, NULL), 0);
}

static void a_pause_that_the_kernel_is_still_at_may_come(void **state)
{
	struct fixture *f = *state;

	control(f->sim, "eagain nth 0 1000"); /* so that the result keeps saying so */
	put(f->sim, "handlers/vdisk_nullio/mgmt", "add_device a dummy=1", -EAGAIN);
	control(f->sim, "fault write 0 EAGAIN");
	assert_int_equal(f->scst->pause(f->x, 1, NULL), -ECANCELED);
	assert_int_equal(f->books.held, 1);
	assert_int_equal(f->scst->end(f->x, NULL), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_keeps_the_books_is_not_asked_whether_io_goes_on),
		TEST(the_end_lifts_every_pause),
		TEST(one_that_cannot_be_lifted_keeps_no_other),
		TEST(a_pause_that_is_refused_is_none),
		TEST(a_pause_that_the_kernel_is_still_at_may_come),
	};

	return cmocka_run_group_tests_name("sim-pause", tests, NULL, NULL);
}
