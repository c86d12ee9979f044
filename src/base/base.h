#pragma once
// The ground floor: ids, results, dates, text, limits; the Clock and Random interfaces.
// No input or output here, and nothing that knows what a conference is.
#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/row.h"
#include "base/text.h"
#include "base/word.h"
