#pragma once
// The floor between the pure rooms and the commands: model + facts → where is this case, which gate
// is open, who may do and see what, what is due, what follows. Without effects.
#include "workflow/book.h"
#include "workflow/casefile.h"
#include "workflow/due.h"
#include "workflow/facts.h"
#include "workflow/fidelity.h"
#include "workflow/follow.h"
#include "workflow/moves.h"
#include "workflow/newer.h"
#include "workflow/part.h"
#include "workflow/rights.h"
