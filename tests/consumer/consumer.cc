// SPDX-License-Identifier: Apache-2.0
// The same from C++: the headers give their functions C linkage, the macros compile.
#include <cstring>
#include <iostream>
#include <memory>

#include "inits.h"

int main()
{
	struct lw_error error = LW_ERROR_INIT;
	std::unique_ptr<lw_report, decltype(&lw_report_free)> report(lw_report_new(),
								     lw_report_free);

	if (!report || !inits() || lw_report_size(report.get()) != 0)
		return 1;
	if (lw_error_set(&error, -5, LW_CODE_IO, "cannot read %s", "store.conf") != -5)
		return 1;
	if (std::strcmp(error.message, "cannot read store.conf") != 0)
		return 1;
	std::cout << lw_code_name(error.code) << '\n';
	return 0;
}
