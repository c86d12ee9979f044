#include "program/program.h"

int main(int count, char const* const* words) { return radslag::program::run(count, words); }
