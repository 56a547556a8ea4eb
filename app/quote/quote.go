// Package quote keeps the user's quotes: their headers and lines, what filling in each field
// brings with it, and how the lines get their prices and discounts.
package quote
