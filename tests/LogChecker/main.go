// Checks a running ledger's transparency log with Go's own implementation (golang.org/x/mod/sumdb), which shares no code with
// the service: the signature of the checkpoint, every entry's inclusion, and the consistency of earlier sizes with it.
//
// Usage: logchecker http://localhost:5080/log [checkpoint kept earlier]
//
// Only the paths differ: C2SP tlog-tiles has tile/<L>/<N> and tile/entries/<N> where sumdb has tile/8/<L>/<N> and tile/8/data/<N>.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 1 || len(args) > 2 {
		return fmt.Errorf("usage: logchecker http://host/log [file with a checkpoint kept earlier]")
	}
	log := log{prefix: args[0]}
	vkey, err := log.get("vkey")
	if err != nil {
		return err
	}
	verifier, err := note.NewVerifier(strings.TrimSpace(string(vkey)))
	if err != nil {
		return fmt.Errorf("vkey: %w", err)
	}
	signed, err := log.get("checkpoint")
	if err != nil {
		return err
	}
	tree, err := openCheckpoint(signed, verifier)
	if err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	// TileHashReader holds every tile against the root of the checkpoint before it is used.
	hashes := tlog.TileHashReader(tree, &log)
	if err := log.checkInclusion(tree, hashes); err != nil {
		return err
	}
	sizes, err := log.checkConsistency(tree, hashes)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d entries included, %d earlier sizes consistent.\n", verifier.Name(), tree.N, sizes)
	if len(args) == 2 {
		return checkKept(args[1], tree, hashes, verifier)
	}
	return nil
}

// openCheckpoint verifies a C2SP checkpoint and reads its three lines; those of sumdb begin with an origin of their own.
func openCheckpoint(signed []byte, verifier note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("not the three lines of %s: %q", verifier.Name(), opened.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

type log struct{ prefix string }

func (l *log) get(path string) ([]byte, error) {
	answer, err := http.Get(l.prefix + "/" + path)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %s: %s", path, answer.Status, body)
	}
	return body, err
}

func (l *log) Height() int { return tileHeight }

func (l *log) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		data, err := l.get(c2spPath(tile))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (l *log) SaveTiles([]tlog.Tile, [][]byte) {}

func c2spPath(tile tlog.Tile) string {
	path := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight))
	return "tile/" + strings.Replace(path, "data/", "entries/", 1)
}

// checkInclusion fetches every entry in bundles and proves each to be in the tree.
func (l *log) checkInclusion(tree tlog.Tree, hashes tlog.HashReader) error {
	for first := int64(0); first < tree.N; first += 1 << tileHeight {
		width := tree.N - first
		if width > 1<<tileHeight {
			width = 1 << tileHeight
		}
		bundle, err := l.get(c2spPath(tlog.Tile{H: tileHeight, L: -1, N: first >> tileHeight, W: int(width)}))
		if err != nil {
			return err
		}
		for index := first; index < first+width; index++ {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return fmt.Errorf("the bundle breaks off before entry %d", index)
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			leaf := tlog.RecordHash(bundle[2:end])
			bundle = bundle[end:]
			proof, err := tlog.ProveRecord(tree.N, index, hashes)
			if err != nil {
				return err
			}
			if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaf); err != nil {
				return fmt.Errorf("entry %d: %w", index, err)
			}
		}
		if len(bundle) != 0 {
			return fmt.Errorf("the bundle of entry %d is longer than its entries", first)
		}
	}
	return nil
}

// checkConsistency compares the proofs that the service gives with those that the tiles give, at sizes of many shapes.
func (l *log) checkConsistency(tree tlog.Tree, hashes tlog.HashReader) (int, error) {
	sizes := 0
	for size := int64(1); size <= tree.N; size += 1 + size/7 {
		root, err := tlog.TreeHash(size, hashes)
		if err != nil {
			return 0, err
		}
		body, err := l.get(fmt.Sprintf("consistency?from=%d&to=%d", size, tree.N))
		if err != nil {
			return 0, err
		}
		var answer struct{ Proof []string }
		if err := json.Unmarshal(body, &answer); err != nil {
			return 0, err
		}
		var proof tlog.TreeProof
		for _, text := range answer.Proof {
			bytes, err := base64.StdEncoding.DecodeString(text)
			if err != nil {
				return 0, err
			}
			var hash tlog.Hash
			copy(hash[:], bytes)
			proof = append(proof, hash)
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, size, root); err != nil {
			return 0, fmt.Errorf("size %d: %w", size, err)
		}
		sizes++
	}
	return sizes, nil
}

// checkKept proves that the log still holds all that a checkpoint kept earlier was of.
func checkKept(file string, tree tlog.Tree, hashes tlog.HashReader, verifier note.Verifier) error {
	signed, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	kept, err := openCheckpoint(signed, verifier)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if kept.N > tree.N {
		return fmt.Errorf("the log has %d entries and had %d", tree.N, kept.N)
	}
	root, err := tlog.TreeHash(kept.N, hashes)
	if err != nil {
		return err
	}
	if !bytes.Equal(root[:], kept.Hash[:]) {
		return fmt.Errorf("the log of %d entries is not the one that was kept: its history was rewritten", kept.N)
	}
	fmt.Printf("The checkpoint of %d entries still holds.\n", kept.N)
	return nil
}
