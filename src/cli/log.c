/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/log.h"

#include <string.h>

#include "base/mem.h"
#include "cli/output.h"

static const char *const names[] = {
	[LW_LOG_ERROR] = "error",
	[LW_LOG_WARNING] = "warning",
	[LW_LOG_INFO] = "info",
	[LW_LOG_DEBUG] = "debug",
};

enum lw_log_level cli_log_level(const struct cli_args *args)
{
	const char *asked = args->value[CLI_OPT_LOG_LEVEL];

	for (unsigned i = 0; asked && i < LW_ARRAY_LEN(names); i++)
		if (!strcmp(asked, names[i]))
			return (enum lw_log_level)i;
	return LW_LOG_WARNING;
}

bool cli_log_says(const struct cli_args *args, enum lw_severity severity)
{
	enum lw_log_level level = cli_log_level(args);

	if (!cli_has(args, CLI_OPT_LOG_LEVEL) || severity == LW_ERROR)
		return true;
	return level >= (severity == LW_WARNING ? LW_LOG_WARNING : LW_LOG_INFO);
}

void cli_log(void *arg, enum lw_log_level level, const char *text)
{
	LW_AUTO_STR struct lw_str line = LW_STR_INIT;

	lw_str_addf(&line, "lunward: %s: ", names[level]);
	lw_str_add_shown(&line, text, strlen(text));
	lw_str_add_char(&line, '\n');
	(void)arg;
	cli_say_at_once(&line);
}
