// Package assets holds the files that are built into the program.
package assets

import (
	"embed"
)

// FS is the tree of embedded files: text/<language>/<area>.json are the catalogues that app/text reads, demo/<table>.csv the
// records of the demo company.
//
//go:embed text demo
var FS embed.FS

// Icon is the program's icon, a PNG of 512 × 512.
//
//go:embed icon.png
var Icon []byte

// The faces in which reports are printed: Noto Sans, under the SIL Open Font License in font/LICENSE.txt.
var (
	//go:embed font/NotoSans-Regular.ttf
	FontRegular []byte
	//go:embed font/NotoSans-Bold.ttf
	FontBold []byte
)
