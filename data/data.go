// Package data keeps a company: the records of campaign work, one SQLite file per company, and the journal
// that can undo every change. It knows nothing of rules or windows; it is the only floor with SQL.
//
// The nouns come first. Codes are types, so that a query cannot take an item where a campaign belongs; a day is a
// [Date], money, quantities and percentages are an [Amount]. Each record has its own file: the struct with every field
// explained, the [Table] that stores it, and its queries.
package data
