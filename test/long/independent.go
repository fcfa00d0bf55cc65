// Checks a proof file with code that is not ours: Go's golang.org/x/mod/sumdb, which the Go command itself trusts.
// Reads the file from standard input; exits with 1 and says why if any record is not proven.
package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type record struct {
	Content json.RawMessage `json:"content"`
	Sha256  string          `json:"sha256"`
	Proof   string          `json:"proof"`
}

type file struct {
	Origin     string                             `json:"origin"`
	Keys       []string                           `json:"keys"`
	Records    []record                           `json:"records"`
	Statements []struct{ Sha256, Content string } `json:"statements"`
}

func fail(format string, values ...interface{}) {
	fmt.Printf(format+"\n", values...)
	os.Exit(1)
}

// RFC 8785 JSON of what holds only strings, whole numbers and null: Go writes its keys in order too.
func canonical(content json.RawMessage) []byte {
	decoder := json.NewDecoder(strings.NewReader(string(content)))
	decoder.UseNumber()
	var value interface{}
	if err := decoder.Decode(&value); err != nil {
		fail("no JSON: %v", err)
	}
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		fail("cannot be written: %v", err)
	}
	return []byte(strings.TrimSuffix(out.String(), "\n"))
}

func check(each record, verifiers note.Verifiers, origin string) {
	entry := canonical(each.Content)
	sum := sha256.Sum256(entry)
	if hex.EncodeToString(sum[:]) != each.Sha256 {
		fail("the hash is another")
	}
	parts := strings.SplitN(each.Proof, "\n\n", 2)
	lines := bufio.NewScanner(strings.NewReader(parts[0]))
	var index int64
	var path tlog.RecordProof
	for lines.Scan() {
		line := lines.Text()
		if strings.HasPrefix(line, "c2sp.org/") {
			continue
		}
		if strings.HasPrefix(line, "index ") {
			index, _ = strconv.ParseInt(line[6:], 10, 64)
			continue
		}
		bytes, err := base64.StdEncoding.DecodeString(line)
		if err != nil || len(bytes) != 32 {
			fail("the path is none: %v", err)
		}
		var hash tlog.Hash
		copy(hash[:], bytes)
		path = append(path, hash)
	}
	opened, err := note.Open([]byte(parts[1]), verifiers)
	if err != nil {
		fail("the checkpoint is not signed: %v", err)
	}
	text := strings.Split(opened.Text, "\n")
	size, _ := strconv.ParseInt(text[1], 10, 64)
	root, _ := base64.StdEncoding.DecodeString(text[2])
	var hash tlog.Hash
	copy(hash[:], root)
	if text[0] != origin {
		fail("the origin is another")
	}
	if err := tlog.CheckRecord(path, size, hash, index, tlog.RecordHash(entry)); err != nil {
		fail("the record is not in the log: %v", err)
	}
}

func main() {
	text, _ := io.ReadAll(os.Stdin)
	var proof file
	if err := json.Unmarshal(text, &proof); err != nil || len(proof.Records) == 0 {
		fail("no proof file: %v", err)
	}
	var known []note.Verifier
	for _, key := range proof.Keys {
		verifier, err := note.NewVerifier(key)
		if err != nil {
			fail("no key: %v", err)
		}
		known = append(known, verifier)
	}
	for _, each := range proof.Records {
		check(each, note.VerifierList(known...), proof.Origin)
	}
	for _, statement := range proof.Statements {
		sum := sha256.Sum256([]byte(statement.Content))
		if hex.EncodeToString(sum[:]) != statement.Sha256 {
			fail("what was shown is something else")
		}
	}
	fmt.Printf("%d records, %d statements\n", len(proof.Records), len(proof.Statements))
}
