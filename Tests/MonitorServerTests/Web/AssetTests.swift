import MonitorWeb
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct AssetTests {
    @Test func `every file of the assets folder is served`() throws {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let files = try FileManager.default.contentsOfDirectory(atPath: "/\(root)/Sources/MonitorWeb/Assets")
        #expect(files.sorted() == (Asset.all + [Asset.openAPI]).map(\.name).sorted())
    }

    @Test func `every module that a script imports is an asset`() {
        for asset in Asset.all where asset.name.hasSuffix(".js") {
            let source = String(decoding: asset.bytes, as: UTF8.self)
            for line in source.split(separator: "\n") where line.hasPrefix("import ") {
                let name = line.split(separator: "\"").dropFirst().first?.dropFirst(2) ?? ""
                #expect(Asset.named(String(name)) != nil, "\(asset.name) imports \(name)")
            }
        }
    }

    @Test func `no asset loads anything from elsewhere`() {
        for asset in Asset.all {
            let source = String(decoding: asset.bytes, as: UTF8.self)
            let foreign = source.split(separator: " ").filter {
                $0.contains("://") && !$0.contains("http://www.w3.org/2000/svg")
            }
            #expect(foreign == [], "\(asset.name)")
        }
    }

    @Test func `entity tags differ`() {
        #expect(Set(Asset.all.map(\.entityTag)).count == Asset.all.count)
    }
}
