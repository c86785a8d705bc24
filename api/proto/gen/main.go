// Command gen compiles the protobuf files below a folder and writes the Go code of their messages and of their Connect
// services. It needs no protoc: the compiler is a Go library, and the plugins are Go tools at the versions of go.mod.
//
// It runs once on one goroutine, and ends with a line on standard error and exit code 1 when something does not compile.
package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/bufbuild/protocompile"
	"github.com/bufbuild/protocompile/linker"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/pluginpb"
)

var plugins = []string{
	"google.golang.org/protobuf/cmd/protoc-gen-go",
	"connectrpc.com/connect/cmd/protoc-gen-connect-go",
}

const module = "github.com/trident-network/trident/api/gen"

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: gen PROTO_FOLDER OUT_FOLDER")
		os.Exit(2)
	}
	if err := run(context.Background(), os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "generate protobuf code:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, protos, out string) error {
	request, err := compile(ctx, protos)
	if err != nil {
		return err
	}
	for _, plugin := range plugins {
		response, err := call(ctx, plugin, request)
		if err != nil {
			return err
		}
		for _, file := range response.GetFile() {
			path := filepath.Join(out, filepath.FromSlash(file.GetName()))
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				return fmt.Errorf("write %s: %w", path, err)
			}
			if err := os.WriteFile(path, []byte(file.GetContent()), 0o644); err != nil {
				return fmt.Errorf("write %s: %w", path, err)
			}
		}
	}
	return nil
}

// compile makes the request that protoc would send to a plugin.
func compile(ctx context.Context, protos string) (*pluginpb.CodeGeneratorRequest, error) {
	var names []string
	err := filepath.WalkDir(protos, func(path string, _ fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".proto") {
			name, rerr := filepath.Rel(protos, path)
			names = append(names, filepath.ToSlash(name))
			err = rerr
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", protos, err)
	}
	compiler := protocompile.Compiler{
		Resolver:       protocompile.WithStandardImports(&protocompile.SourceResolver{ImportPaths: []string{protos}}),
		SourceInfoMode: protocompile.SourceInfoStandard,
	}
	files, err := compiler.Compile(ctx, names...)
	if err != nil {
		return nil, fmt.Errorf("compile: %w", err)
	}
	return &pluginpb.CodeGeneratorRequest{
		FileToGenerate: names,
		Parameter:      proto.String("module=" + module),
		ProtoFile:      withImports(files),
	}, nil
}

// withImports are the descriptors of files, each after what it imports.
func withImports(files linker.Files) []*descriptorpb.FileDescriptorProto {
	var out []*descriptorpb.FileDescriptorProto
	seen := make(map[string]bool)
	var visit func(f protoreflect.FileDescriptor)
	visit = func(f protoreflect.FileDescriptor) {
		if seen[f.Path()] {
			return
		}
		seen[f.Path()] = true
		for i := range f.Imports().Len() {
			visit(f.Imports().Get(i).FileDescriptor)
		}
		if result, ok := f.(linker.Result); ok {
			out = append(out, result.FileDescriptorProto())
			return
		}
		out = append(out, protodesc.ToFileDescriptorProto(f))
	}
	for _, f := range files {
		visit(f)
	}
	return out
}

func call(ctx context.Context, plugin string, request *pluginpb.CodeGeneratorRequest) (*pluginpb.CodeGeneratorResponse, error) {
	input, err := proto.MarshalOptions{Deterministic: true}.Marshal(request)
	if err != nil {
		return nil, fmt.Errorf("encode request: %w", err)
	}
	cmd := exec.CommandContext(ctx, "go", "run", plugin)
	cmd.Stdin, cmd.Stderr = bytes.NewReader(input), os.Stderr
	output, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("run %s: %w", plugin, err)
	}
	var response pluginpb.CodeGeneratorResponse
	if err := proto.Unmarshal(output, &response); err != nil {
		return nil, fmt.Errorf("decode answer of %s: %w", plugin, err)
	}
	if response.Error != nil {
		return nil, fmt.Errorf("run %s: %s", plugin, response.GetError())
	}
	return &response, nil
}
