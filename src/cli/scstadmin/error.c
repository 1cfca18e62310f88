/* SPDX-License-Identifier: Apache-2.0 */
/* What went wrong, as a number and in words, both as scripts know them. */
#include "cli/scstadmin/object.h"

#define DMESG " See \"dmesg\" for more information."

struct error {
	int code;
	const char *text;
};

/* clang-format off */
static const struct error errors[] = {
	{ 2, "A fatal error occurred." DMESG },
	{ 9, "Failed to set a SCST attribute." DMESG },
	{ 10, "No such handler exists." },
	{ 19, "Failed to set handler attribute." DMESG },
	{ 20, "No such device exists." },
	{ 21, "Device already exists." },
	{ 22, "Failed to open device." DMESG },
	{ 27, "Bad attributes given for device." },
	{ 29, "Failed to set device attribute." DMESG },
	{ 30, "No such driver exists." },
	{ 31, "Driver is incapable of dynamically adding/removing targets or attributes." },
	{ 35, "Failed to add driver dynamic attribute." DMESG },
	{ 36, "Failed to remove driver dymanic attribute." DMESG }, /* sic */
	{ 37, "Bad attributes given for driver." },
	{ 39, "Failed to set driver attribute." DMESG },
	{ 40, "No such target exists." },
	{ 41, "Target already exists." },
	{ 42, "Failed to add target." DMESG },
	{ 43, "Failed to remove target." DMESG },
	{ 45, "Failed to add target dynamic attribute." DMESG },
	{ 46, "Failed to remove target dynamic attribute." DMESG },
	{ 47, "No such LUN exists." },
	{ 48, "Failed to add LUN to target." DMESG },
	{ 49, "LUN already exists." },
	{ 50, "Bad attributes given for target." },
	{ 52, "Failed to set target attribute." DMESG },
	{ 53, "Failed to clear LUNs from target." DMESG },
	{ 54, "Failed to remove target - target has active sessions." DMESG },
	{ 60, "No such group exists." },
	{ 61, "Group already exists." },
	{ 62, "Failed to add group." DMESG },
	{ 63, "Failed to remove group." DMESG },
	{ 70, "No such LUN exists." },
	{ 71, "LUN already exists." },
	{ 72, "Failed to add LUN to group." DMESG },
	{ 73, "Failed to remove LUN." DMESG },
	{ 75, "Failed to clear LUNs from group." DMESG },
	{ 79, "Failed to set group attribute." DMESG },
	{ 80, "No such initiator exists." },
	{ 81, "Initiator already exists." },
	{ 82, "Failed to add initiator." DMESG },
	{ 83, "Failed to remove initiator." DMESG },
	{ 84, "Failed to move initiator." DMESG },
	{ 85, "Failed to clear initiators." DMESG },
	{ 91, "Device already exists for LUN." },
	{ 96, "Failed to replace device for LUN." DMESG },
	{ 97, "Bad attributes for LUN." },
	{ 99, "Failed to set LUN attribute." DMESG },
	{ 102, "Failed to set initiator attribute." DMESG },
	{ 120, "No such device group exists." },
	{ 121, "Device group already exists." },
	{ 122, "Failed to add device group." DMESG },
	{ 123, "Failed to remove device group." DMESG },
	{ 130, "Failed to add device to device group." DMESG },
	{ 131, "Failed to remove device from device group." DMESG },
	{ 132, "No such device in device group." },
	{ 133, "Device already exists within device group." },
	{ 134, "Failed to add target group to device group." DMESG },
	{ 135, "Failed to remove target group from device group." DMESG },
	{ 136, "No such target group exists within device group." },
	{ 137, "Target group already exists within device group." },
	{ 138, "Device is already assigned to another device group." },
	{ 142, "Failed to set device group attribute." DMESG },
	{ 152, "Failed to set target group attribute." DMESG },
	{ 160, "Failed to add target to target group." },
	{ 161, "Failed to remove target from target group." },
	{ 162, "No such target exists within target group." },
	{ 163, "Target already exists within target group." },
	{ 172, "Failed to set target group target attribute." DMESG },
};
/* clang-format on */

const char *front_error_text(int code)
{
	for (unsigned i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
		if (errors[i].code == code)
			return errors[i].text;
	return NULL;
}

int front_outcome(const struct front *front, int code)
{
	const char *text = front_error_text(code);

	if (!text)
		return 0;
	if (!front_has(front, FRONT_CONT_ON_ERR))
		return front_fatal(text);
	front_print("%s\n", text);
	return 0;
}
