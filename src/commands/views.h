#pragma once
// What the server answers: about a case, where it stands, what I may do now, whose turn it is, what
// is due, and of its content only what this reader sees. Each struct lists its fields once; the
// wire (http/), contract/openapi.yaml and the browser's types are made from that list. A section
// that is closed to the reader is absent (null), never empty.
#include "commands/views/acts.h"
#include "commands/views/case.h"
#include "commands/views/lists.h"
#include "commands/views/look.h"
#include "commands/views/staff.h"
