#!/bin/sh
docker run --detach --name orders -p localhost:8080:8080 --restart unless-stopped \
  registry.example.com/orders:3.1.0 --port 8080
