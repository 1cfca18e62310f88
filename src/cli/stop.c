/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/stop.h"

#include <signal.h>
#include <stddef.h>

#include "base/mem.h"

static const int numbers[] = { SIGINT, SIGTERM, SIGHUP };

static struct sigaction before[LW_ARRAY_LEN(numbers)];
static volatile sig_atomic_t came;

static void stop(int number)
{
	came = 1;
	(void)signal(number, SIG_DFL);
}

void cli_stop_begin(bool deaf)
{
	for (size_t i = 0; i < LW_ARRAY_LEN(numbers); i++) {
		bool ignore = deaf && numbers[i] == SIGHUP;
		struct sigaction action = { .sa_handler = ignore ? SIG_IGN : stop };

		if (sigaction(numbers[i], NULL, &before[i]) == 0 && before[i].sa_handler != SIG_IGN)
			(void)sigaction(numbers[i], &action, NULL);
	}
}

void cli_stop_end(void)
{
	for (size_t i = 0; i < LW_ARRAY_LEN(numbers); i++)
		(void)sigaction(numbers[i], &before[i], NULL);
}

bool cli_stopped(void *unused)
{
	(void)unused;
	return came;
}
